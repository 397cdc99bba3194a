import { onsetEvents } from "./onset-events";

/** The level of three bands over time, each of its own scale. */
export interface BandEnvelope {
  secondsPerPoint: number;
  low: Float32Array;
  mid: Float32Array;
  high: Float32Array;
}

const FRAMES_PER_SECOND = 200;
/** A level is that of so many seconds around a frame: more than a period of the bass. */
const LEVEL_SECONDS = 0.024;
/** How far back it is compared. */
const LAG_FRAMES = 4;
const LAG_SECONDS = LAG_FRAMES / FRAMES_PER_SECOND;
/** Levels are compressed as lg(1 + COMPRESSION · level), as the analysis does it. */
const COMPRESSION = 300;
/** Brings the rise of one band to the scale of the many bands that the analysis has. */
const SCALE = 10;
/** Onsets of two bands this near to each other are one. */
const SAME_SECONDS = 0.045;
/** An envelope this coarse does not say when a sound begins. */
export const COARSEST_ENVELOPE_SECONDS = 0.02;
const ONSETS_MAX = 20_000;

/**
 * Where sounds begin: rises that stand out in one of the bands, so that a hi-hat counts beside a bass drum. Empty for an
 * envelope that is too coarse to say.
 */
export function bandOnsets(envelope: BandEnvelope | null): number[] {
  if (!envelope || envelope.secondsPerPoint > COARSEST_ENVELOPE_SECONDS) return [];
  const { secondsPerPoint, low, mid, high } = envelope;
  const all = [low, mid, high].flatMap((band) => onsetsIn(band, secondsPerPoint)).toSorted((a, b) => a - b);
  return all.filter((seconds, at) => at === 0 || seconds - (all[at - 1] as number) > SAME_SECONDS).slice(0, ONSETS_MAX);
}

function onsetsIn(band: Float32Array, secondsPerPoint: number): number[] {
  // Silence before the recording, so that what begins with it begins.
  const levels = levelsOf(
    band,
    secondsPerPoint,
    Math.ceil(band.length * secondsPerPoint * FRAMES_PER_SECOND) + LAG_FRAMES,
  );
  const strength = levels.map((level, at) => Math.max(0, level - (levels[at - LAG_FRAMES] ?? level)) * SCALE);
  return onsetEvents(strength, FRAMES_PER_SECOND, ONSETS_MAX).times.map((seconds) =>
    Math.max(0, seconds - LAG_SECONDS),
  );
}

/** Compressed levels frame by frame, `LAG_FRAMES` of silence first. */
function levelsOf(band: Float32Array, secondsPerPoint: number, frames: number): Float64Array {
  const sums = new Float64Array(band.length + 1);
  for (let at = 0; at < band.length; at += 1) sums[at + 1] = (sums[at] as number) + (band[at] as number) ** 2;
  const reach = Math.max(1, Math.round(LEVEL_SECONDS / 2 / secondsPerPoint));
  const levels = new Float64Array(frames);
  for (let frame = 0; frame < frames; frame += 1) {
    const middle = Math.round((frame - LAG_FRAMES) / FRAMES_PER_SECOND / secondsPerPoint);
    const from = Math.max(0, Math.min(band.length, middle - reach));
    const to = Math.max(0, Math.min(band.length, middle + reach));
    const mean = to > from ? ((sums[to] as number) - (sums[from] as number)) / (2 * reach) : 0;
    levels[frame] = Math.log10(1 + COMPRESSION * Math.sqrt(Math.max(0, mean)));
  }
  return levels;
}
