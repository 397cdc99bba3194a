import type { PeakLevel, Peaks } from "@/lib/analysis/record/peaks-format";
import { SHORTEST_SLICE_SECONDS, SLICES_MAX } from "./constants";
import type { Offer, OfferKind } from "./schema";

/** Silence shorter than this is a part of a sound. */
const SHORTEST_GAP_SECONDS = 0.06;
/** Sounds begin no faster one after the other. */
const SHORTEST_ONSET_SECONDS = 0.05;
/** How far a sound is begun before its onset is seen, and lingers after it is silent. */
const LEAD_SECONDS = 0.005;

/**
 * Slices of a recording, from its stored waveform and beats. `sensitivity` goes from 0, few slices, to 1, many. At most
 * `SLICES_MAX`.
 */
export function offerSlices(
  at: OfferKind,
  { peaks, beats, sensitivity }: { peaks: Peaks; beats: readonly number[]; sensitivity: number },
): Offer[] {
  const { durationSeconds } = peaks;
  const level = peaks.levels[0];
  if (at === "beats") return between(everyFew(beats, sensitivity), durationSeconds);
  if (!level || level.min.length === 0) return [];
  const loudness = envelope(level);
  if (at === "onsets") return between(onsets(loudness, level, sensitivity), durationSeconds);
  return sounding(loudness, level, sensitivity)
    .map(({ startSeconds, endSeconds }) => ({ startSeconds, endSeconds: Math.min(endSeconds, durationSeconds) }))
    .filter(isLongEnough)
    .slice(0, SLICES_MAX);
}

const isLongEnough = ({ startSeconds, endSeconds }: Offer) => endSeconds - startSeconds >= SHORTEST_SLICE_SECONDS;

function envelope({ min, max }: PeakLevel): Float32Array {
  return Float32Array.from(max, (high, index) => Math.max(high, -(min[index] ?? 0)) / 127);
}

/** Each cut begins a slice that ends at the next. What is before the first is none. */
function between(cuts: readonly number[], durationSeconds: number): Offer[] {
  return cuts
    .map((startSeconds, index) => ({ startSeconds, endSeconds: cuts[index + 1] ?? durationSeconds }))
    .filter(isLongEnough)
    .slice(0, SLICES_MAX);
}

/** Sixteen, eight, four, two beats a slice, or one. */
function everyFew(beats: readonly number[], sensitivity: number): number[] {
  const few = 2 ** Math.round((1 - sensitivity) * 4);
  return beats.filter((_, index) => index % few === 0);
}

/** What is louder than a floor below the loudest moment: from 60 dB under it, to 20 for many slices. */
function sounding(loudness: Float32Array, { secondsPerPoint }: PeakLevel, sensitivity: number): Offer[] {
  const loudest = loudness.reduce((most, value) => Math.max(most, value), 0);
  // One step of the stored waveform is the least that can be seen.
  const floor = Math.max(1 / 127, loudest * 10 ** (-(60 - 40 * sensitivity) / 20));
  const gap = Math.max(1, Math.round(SHORTEST_GAP_SECONDS / secondsPerPoint));
  const found: Offer[] = [];
  let begun = -1;
  let last = -1;
  const end = () => {
    if (begun < 0) return;
    const startSeconds = Math.max(0, begun * secondsPerPoint - LEAD_SECONDS);
    found.push({ startSeconds, endSeconds: (last + 1) * secondsPerPoint + LEAD_SECONDS });
    begun = -1;
  };
  for (const [at, value] of loudness.entries()) {
    if (value >= floor) {
      if (begun < 0) begun = at;
      last = at;
    } else if (begun >= 0 && at - last >= gap) end();
  }
  end();
  return found;
}

/** Where the level rises clearly over what was just before, in decibels. */
function onsets(loudness: Float32Array, { secondsPerPoint }: PeakLevel, sensitivity: number): number[] {
  const rise = 10 ** ((18 - 14 * sensitivity) / 20);
  const loudest = loudness.reduce((most, value) => Math.max(most, value), 0);
  const floor = Math.max(2 / 127, loudest * 0.02);
  const apart = Math.max(1, Math.round(SHORTEST_ONSET_SECONDS / secondsPerPoint));
  const back = Math.max(1, Math.round(0.02 / secondsPerPoint));
  const found: number[] = [];
  let latest = -apart;
  for (const [at, value] of loudness.entries()) {
    if (value < floor || at - latest < apart) continue;
    let before = 0;
    for (let earlier = Math.max(0, at - 2 * back); earlier < at - back / 2; earlier++)
      before = Math.max(before, loudness[earlier] as number);
    if (value < Math.max(before, floor / 4) * rise) continue;
    found.push(Math.max(0, at * secondsPerPoint - LEAD_SECONDS));
    latest = at;
  }
  return found;
}
