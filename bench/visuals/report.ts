import { quantile } from "@/bench/search/quantile";

/** A figure that there is a target for. */
export interface Figure {
  what: string;
  measured: number;
  target: number;
  /** Whether more is better. Else the target is the most. */
  isLeast?: boolean;
  unit: "ms" | "s" | "kB" | "%" | "";
}

/** What one part has found: Markdown without a heading, and the figures that there are targets for. */
export interface Part {
  text: string;
  figures: Figure[];
}

export const isMet = ({ measured, target, isLeast }: Figure): boolean =>
  isLeast ? measured >= target : measured <= target;

/** p50, p95 and p99, in milliseconds. */
export const quantiles = (frames: readonly number[]): string[] =>
  [0.5, 0.95, 0.99].map((share) => quantile([...frames], share).toFixed(1));

/** All parts, in Markdown. */
export function visualsReport(machine: string, parts: readonly [title: string, part: Part][]): string {
  const said = parts.map(([title, { text, figures }]) => `## ${title}\n\n${text}\n\n${missed(figures)}`);
  return [
    "# Pictures",
    `\`npm run bench:visuals\`, ${machine}. Chromium with the software's own WebGL (SwiftShader), the production build, an installation of its own.`,
    ...said,
    "",
  ].join("\n\n");
}

export function missed(figures: readonly Figure[]): string {
  const short = figures.filter((figure) => !isMet(figure));
  return short.length === 0 ? "Every target is met." : `**Missed:** ${short.map(figureText).join("; ")}.`;
}

export const figureText = ({ what, measured, target, unit, isLeast }: Figure): string =>
  `${what}: ${Number(measured.toFixed(3))} ${unit} (${isLeast ? "at least" : "at most"} ${target})`.replace("  ", " ");
