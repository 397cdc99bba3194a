import type { Timbre, TimbreLine } from "./timbre";

const INNER = 0.85;
const OUTER = 3.5;
const SECONDS_PER_TURN = 40;
const TURNS = { least: 0.7, most: 3.2 };
/** Loud moments rise above the plane by this. */
export const RISE = 1.05;

/** The time of a piece wound from the middle outwards. Equal times have equal lengths of it. */
export interface Spiral {
  turns: number;
  /** Room across the arm from the lowest to the highest frequency: arms do not meet. */
  width: number;
}

export function spiralOf(durationSeconds: number): Spiral {
  const turns = Math.min(TURNS.most, Math.max(TURNS.least, durationSeconds / SECONDS_PER_TURN));
  return { turns, width: Math.min(1.7, (0.95 * (OUTER - INNER)) / turns) };
}

/** The angle around the middle at a share of the piece, in radians. */
export function angleAt({ turns }: Spiral, share: number): number {
  return ((radiusAt(share) - INNER) / (OUTER - INNER)) * turns * 2 * Math.PI;
}

function radiusAt(share: number): number {
  return Math.sqrt(INNER ** 2 + (OUTER ** 2 - INNER ** 2) * share);
}

/** A place on the arm: `across` −0.5 … 0.5 from its inner to its outer side, `height` above the plane. */
export function writePlace(
  spiral: Spiral,
  share: number,
  across: number,
  height: number,
  into: Float32Array,
  index: number,
): void {
  const radius = radiusAt(share) + across * spiral.width;
  const angle = angleAt(spiral, share);
  into[index * 3] = radius * Math.cos(angle);
  into[index * 3 + 1] = height;
  into[index * 3 + 2] = radius * Math.sin(angle);
}

/** Height of a moment by its level. */
export const heightOf = (level: number): number => (level - 0.35) * RISE;

/** How a line sounds at a share of the piece, between its steps. Written into `into`, which is returned. */
export function timbreOfLine(line: TimbreLine, share: number, into: Timbre): Timbre {
  const at = Math.min(line.steps - 1, Math.max(0, share * line.steps - 0.5));
  const step = Math.floor(at);
  const next = Math.min(line.steps - 1, step + 1);
  const part = at - step;
  into.brightness = between(line.brightness, step, next, part);
  into.level = between(line.level, step, next, part);
  into.noisiness = between(line.noisiness, step, next, part);
  return into;
}

function between(values: Float32Array, from: number, to: number, share: number): number {
  const value = values[from] ?? 0;
  return value + ((values[to] ?? 0) - value) * share;
}

const moment: Timbre = { brightness: 0, level: 0, noisiness: 0 };

/** Where the path of timbre is at a share of the piece. Without a measured timbre it is the middle of the arm. */
export function writePathPoint(
  spiral: Spiral,
  line: TimbreLine,
  share: number,
  into: Float32Array,
  index: number,
): void {
  timbreOfLine(line, share, moment);
  const isKnown = line.source !== "none";
  writePlace(spiral, share, isKnown ? moment.brightness - 0.5 : 0, isKnown ? heightOf(moment.level) : 0, into, index);
}
