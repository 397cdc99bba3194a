/** What a stored spectrogram shows below its loudest cell. Index 255 is the loudest, each one less is a 255th of this below. */
export const SPECTROGRAM_RANGE_DB = 75;

/**
 * Lightness, chroma and hue in OKLCH along the way from silence to the loudest: near-black through indigo, violet and pink to a
 * pale cyan. Lightness only grows, so the picture reads the same without colour.
 */
const WAY: readonly [share: number, lightness: number, chroma: number, hueDegrees: number][] = [
  [0, 0.13, 0.03, 280],
  [0.25, 0.33, 0.14, 285],
  [0.5, 0.53, 0.2, 310],
  [0.7, 0.7, 0.19, 350],
  [0.85, 0.83, 0.1, 380],
  [1, 0.97, 0.03, 560],
];

export type Rgb = readonly [red: number, green: number, blue: number];
type Oklab = readonly [lightness: number, a: number, b: number];

const ENTRIES = 256;
const STEPS = 4096;

/** 256 colours, each as far from the next in OKLab: equal steps in decibels look equal (Ottosson, "Oklab", 2020). */
export const SPECTROGRAM_PALETTE: readonly Rgb[] = evenPalette();

function evenPalette(): Rgb[] {
  const way = Array.from({ length: STEPS + 1 }, (_, step) => inGamut(step / STEPS));
  const lengths = [0];
  for (let step = 1; step <= STEPS; step++)
    lengths.push((lengths[step - 1] as number) + distance(way[step - 1] as Oklab, way[step] as Oklab));
  const whole = lengths[STEPS] as number;
  let step = 0;
  return Array.from({ length: ENTRIES }, (_, index) => {
    while (step < STEPS && (lengths[step] as number) < (index / (ENTRIES - 1)) * whole) step += 1;
    const rgb = linearRgb(way[step] as Oklab).map((value) => Math.round(255 * gamma(Math.min(1, Math.max(0, value)))));
    return rgb as unknown as Rgb;
  });
}

function distance(from: Oklab, to: Oklab): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
}

/** The colour at a share of the way, as saturated as a screen can show it. */
function inGamut(share: number): Oklab {
  const next = Math.max(
    1,
    WAY.findIndex(([at]) => at >= share),
  );
  const [from, to] = [WAY[next - 1], WAY[next]];
  if (!from || !to) throw new RangeError(`no colour at ${share}`);
  const part = (share - from[0]) / (to[0] - from[0]);
  const [lightness, chroma, hue] = [1, 2, 3].map(
    (at) => (from[at] as number) + part * ((to[at] as number) - (from[at] as number)),
  );
  const angle = ((hue as number) / 180) * Math.PI;
  for (let shown = chroma as number; ; shown *= 0.98) {
    const colour: Oklab = [lightness as number, shown * Math.cos(angle), shown * Math.sin(angle)];
    if (shown < 0.001 || linearRgb(colour).every((value) => value >= 0 && value <= 1)) return colour;
  }
}

function linearRgb([lightness, a, b]: Oklab): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function gamma(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
}
