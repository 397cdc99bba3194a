export interface GrowthLine {
  name: string;
  points: { rows: number; ms: number }[];
}

const WIDTH = 560;
const HEIGHT = 360;
const LEFT = 56;
const RIGHT = 110;
const TOP = 34;
const BOTTOM = 44;
const COLOURS = ["#3b82f6", "#f59e0b", "#10b981", "#ef4444", "#8b5cf6", "#64748b"];
const MS_TICKS = [0.1, 1, 10, 100, 1000, 10_000];

/** How times grow with the library, both on log scales, as SVG. Its colours suit light and dark pages. */
export function growthPlot(title: string, lines: readonly GrowthLine[]): string {
  const points = lines.flatMap((line) => line.points);
  const sizes = [...new Set(points.map(({ rows }) => rows))].sort((a, b) => a - b);
  const [first = 1, last = first] = [sizes[0], sizes.at(-1)];
  const most = MS_TICKS.find((tick) => points.every(({ ms }) => ms <= tick)) ?? 10_000;
  const least = MS_TICKS.findLast((tick) => points.every(({ ms }) => ms >= tick)) ?? 0.1;
  const place = (value: number, low: number, high: number) =>
    low === high ? 0.5 : Math.log(value / low) / Math.log(high / low);
  const x = (rows: number) => (LEFT + place(rows, first, last) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const y = (ms: number) => (HEIGHT - BOTTOM - place(ms, least, most) * (HEIGHT - TOP - BOTTOM)).toFixed(1);
  const ticks = MS_TICKS.filter((tick) => tick >= least && tick <= most);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">`,
    `<title>${title}</title>`,
    `<g font-family="sans-serif" font-size="11" fill="#64748b" stroke="none">`,
    `<text x="${LEFT}" y="18" font-size="13">${title}</text>`,
    ...ticks.map((tick) => `<path d="M${LEFT} ${y(tick)}H${WIDTH - RIGHT}" stroke="#94a3b8" stroke-opacity=".4"/>`),
    ...ticks.map((tick) => `<text x="${LEFT - 6}" y="${y(tick)}" dy="4" text-anchor="end">${tick} ms</text>`),
    ...sizes.map(
      (rows) => `<text x="${x(rows)}" y="${HEIGHT - 22}" text-anchor="middle">${rows.toLocaleString("en-GB")}</text>`,
    ),
    `<text x="${(WIDTH - RIGHT + LEFT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">samples</text>`,
    "</g>",
    ...lines.map((line, index) => lineMarks(line, COLOURS[index % COLOURS.length] as string, x, y)),
    ...labels(lines, y),
    "</svg>",
  ].join("\n")}\n`;
}

type Scale = (value: number) => string;

function lineMarks({ points }: GrowthLine, colour: string, x: Scale, y: Scale): string {
  const path = points.map(({ rows, ms }, at) => `${at === 0 ? "M" : "L"}${x(rows)} ${y(ms)}`).join("");
  const dots = points.map(({ rows, ms }) => `<circle cx="${x(rows)}" cy="${y(ms)}" r="3.5" fill="${colour}"/>`);
  return [`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`, ...dots].join("\n");
}

/** Names at the ends of their lines, moved apart where they would overlap. */
function labels(lines: readonly GrowthLine[], y: Scale): string[] {
  const ends = lines
    .map(({ name, points }, index) => ({ name, index, at: Number(y(points.at(-1)?.ms ?? 1)) }))
    .sort((a, b) => a.at - b.at);
  let before = Number.NEGATIVE_INFINITY;
  return ends.map(({ name, index, at }) => {
    before = Math.max(at, before + 14);
    const colour = COLOURS[index % COLOURS.length];
    return `<text x="${WIDTH - RIGHT + 10}" y="${before}" dy="4" font-family="sans-serif" font-size="12" fill="${colour}">${name}</text>`;
  });
}
