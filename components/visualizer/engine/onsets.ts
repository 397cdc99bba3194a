import type { Envelope } from "./piece";

/** Sounds begin no faster one after the other. */
const APART_SECONDS = 0.05;
/** How far back a level is compared. */
const BACK_SECONDS = 0.03;
/** By how much a band must rise, of its 0 … 1. */
const RISE = 0.12;
/** An envelope this coarse does not say when a sound begins. */
const COARSEST_SECONDS = 0.025;
const ONSETS_MAX = 20_000;

/**
 * Where sounds begin: rises of the bands over the lowest that they just were, the largest within a twentieth of a
 * second. Empty for an envelope that is too coarse to say.
 */
export function onsetsOf(envelope: Envelope | null): number[] {
  if (!envelope || envelope.secondsPerPoint > COARSEST_SECONDS) return [];
  const { secondsPerPoint, level, low, mid, high } = envelope;
  const back = Math.max(1, Math.round(BACK_SECONDS / secondsPerPoint));
  const apart = Math.max(1, Math.round(APART_SECONDS / secondsPerPoint));
  const rises = new Float32Array(level.length);
  for (const band of [low, mid, high]) {
    for (let at = 0; at < band.length; at += 1) {
      // Before the recording there is silence.
      let least = at < back ? 0 : 1;
      for (let earlier = Math.max(0, at - back); earlier < at; earlier += 1)
        least = Math.min(least, band[earlier] ?? 0);
      rises[at] = (rises[at] ?? 0) + Math.max(0, (band[at] ?? 0) - least);
    }
  }
  const found: number[] = [];
  for (let at = 0; at < rises.length && found.length < ONSETS_MAX; at += 1) {
    const rise = rises[at] as number;
    if (rise < RISE || !isLargest(rises, at, apart)) continue;
    found.push(beginOf(rises, at, rise, back) * secondsPerPoint);
  }
  return found;
}

function isLargest(values: Float32Array, at: number, reach: number): boolean {
  const here = values[at] as number;
  for (let other = Math.max(0, at - reach); other <= Math.min(values.length - 1, at + reach); other += 1) {
    const value = values[other] as number;
    if (value > here || (value === here && other < at)) return false;
  }
  return true;
}

/** The point at which half of the rise was reached: a sound is heard from there, not from its loudest. */
function beginOf(rises: Float32Array, at: number, rise: number, back: number): number {
  let begin = at;
  while (begin > 0 && at - begin < back && (rises[begin - 1] as number) > rise / 2) begin -= 1;
  return begin;
}
