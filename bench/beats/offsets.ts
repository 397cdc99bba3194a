import type { Envelope } from "./envelope";

/** A beat that the visualizer has shown. */
export interface ShownBeat {
  index: number;
  /** Where the player said that it was. */
  positionSeconds: number;
  /** When the page was told, on the page's clock. */
  atMs: number;
}

/** What a loop sounds like. */
export interface Reference {
  /** See `attacks`; the first value is that of the recording's first millisecond. */
  attacks: Float32Array;
  durationSeconds: number;
}

const WINDOW_MS = 600;
const REACH_MS = 150;
/** Two pieces of sound that agree less than this are not the same. */
const LEAST_AGREEMENT = 0.4;

/** Milliseconds from the click that is nearest to the shown beat; positive if the beat was shown later. Null without. */
export function clickOffsetMs(shown: ShownBeat, clicksMs: readonly number[]): number | null {
  const nearest = clicksMs.toSorted((a, b) => Math.abs(a - shown.atMs) - Math.abs(b - shown.atMs))[0];
  const offset = nearest === undefined ? Number.NaN : shown.atMs - nearest;
  return Math.abs(offset) <= REACH_MS ? offset : null;
}

/**
 * Milliseconds from the moment at which the beat was heard; positive if it was shown later. That moment is found by
 * laying the recording around the beat over what was heard, where both agree best. Null where they do not agree.
 *
 * @param heard attacks of what was heard
 * @param rate seconds of the recording in one second
 */
export function soundOffsetMs(
  shown: ShownBeat,
  beatSeconds: number,
  heard: Envelope,
  { attacks, durationSeconds }: Reference,
  rate: number,
): number | null {
  const expected = Float32Array.from({ length: 2 * WINDOW_MS + 1 }, (_, at) => {
    const seconds = beatSeconds + ((at - WINDOW_MS) / 1000) * rate;
    // It repeats.
    const inside = ((seconds % durationSeconds) + durationSeconds) % durationSeconds;
    return attacks[Math.round(inside * 1000)] ?? 0;
  });
  let best = { agreement: LEAST_AGREEMENT, lagMs: Number.NaN };
  for (let lagMs = -REACH_MS; lagMs <= REACH_MS; lagMs++) {
    const from = Math.round(shown.atMs - heard.startMs) + lagMs - WINDOW_MS;
    const agreement = agreementOf(expected, heard.values, from);
    if (agreement > best.agreement) best = { agreement, lagMs };
  }
  return Number.isNaN(best.lagMs) ? null : -best.lagMs;
}

/** Cosine of the angle between both: 1 where they are the same but for a factor. Blurred by a millisecond. */
function agreementOf(expected: Float32Array, heard: Float32Array, from: number): number {
  let [product, one, other] = [0, 0, 0];
  for (let i = 1; i < expected.length - 1; i++) {
    const a = blurred(expected, i);
    const b = blurred(heard, from + i);
    product += a * b;
    one += a * a;
    other += b * b;
  }
  return one > 0 && other > 0 ? product / Math.sqrt(one * other) : 0;
}

const blurred = (values: Float32Array, at: number) =>
  ((values[at - 1] ?? 0) + 2 * (values[at] ?? 0) + (values[at + 1] ?? 0)) / 4;

export interface Spread {
  count: number;
  /** With its sign: what is always early or late. */
  median: number;
  /** Of the distances, without sign. */
  p95: number;
  worst: number;
}

export function spreadOf(offsets: readonly number[]): Spread {
  const sorted = offsets.toSorted((a, b) => a - b);
  const distances = offsets.map(Math.abs).sort((a, b) => a - b);
  return {
    count: offsets.length,
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    p95: distances[Math.min(distances.length - 1, Math.floor(0.95 * distances.length))] ?? Number.NaN,
    worst: distances.at(-1) ?? Number.NaN,
  };
}
