import { vertexOffset } from "@/lib/dsp/transform/interpolation";
import type { RhythmProfile } from "./rhythm-profile";

const HARMONICS = [1, 2, 3, 4, 6, 8];
/** Low harmonics have wide peaks, which show where to look; the narrow peaks of all of them then say exactly. */
const COARSE_HARMONICS = [1, 2];
const SEARCH_SHARE = 0.02;
const SEGMENT_SECONDS = 60;
const SEGMENTS_MAX = 10;
/** Grid points across the peak of the highest harmonic. */
const POINTS_PER_PEAK = 10;

/**
 * Refines a tempo to a fraction of 0.1 BPM, within ±2 % of `bpm`: where the onsets' spectrum, summed over the
 * harmonics of the beat, is largest. This is the least-squares fit of a periodic pattern to the onsets. Segments of a
 * minute are added without their phases, so that a slow drift does no harm.
 */
export function refineTempo(profile: RhythmProfile, bpm: number): number {
  const { framesPerSecond } = profile;
  const segments = segmentsOf(profile.onsets[3], SEGMENT_SECONDS * framesPerSecond);
  // The width of the first harmonic's peak is one over the length of a segment.
  const widthHz = framesPerSecond / segments[0].length;
  const centre = bpm / 60;
  const reach = centre * SEARCH_SHARE;
  const coarse = strongest(
    segments,
    framesPerSecond,
    COARSE_HARMONICS,
    centre,
    reach,
    Math.min(widthHz / 8, reach / 4),
  );
  const fineStep = Math.min(widthHz / HARMONICS[HARMONICS.length - 1] / POINTS_PER_PEAK, reach / 4);
  return 60 * strongest(segments, framesPerSecond, HARMONICS, coarse, Math.min(widthHz / 4, reach), fineStep);
}

function segmentsOf(onsets: Float64Array, longest: number): Float64Array[] {
  const length = Math.min(onsets.length, longest);
  const count = Math.min(SEGMENTS_MAX, Math.floor(onsets.length / length));
  return Array.from({ length: count }, (_, s) => onsets.subarray(s * length, (s + 1) * length));
}

/** Frequency in Hz within `reach` of `centre`, both in Hz, at which the harmonics together are strongest. */
function strongest(
  segments: Float64Array[],
  framesPerSecond: number,
  harmonics: number[],
  centre: number,
  reach: number,
  step: number,
): number {
  const steps = Math.ceil(reach / step);
  const power = Float64Array.from({ length: steps * 2 + 1 }, (_, i) => {
    const hz = centre + (i - steps) * step;
    let sum = 0;
    for (const segment of segments) {
      for (const harmonic of harmonics) sum += powerAt(segment, (harmonic * hz) / framesPerSecond);
    }
    return sum;
  });
  const best = power.indexOf(power.reduce((a, b) => Math.max(a, b)));
  return centre + (best - steps + vertex(power, best)) * step;
}

/** |Σ x[n]·e^(−2πi·cycles·n)|², computed with a rotating phasor. */
function powerAt(values: Float64Array, cycles: number): number {
  const turnRe = Math.cos(2 * Math.PI * cycles);
  const turnIm = Math.sin(2 * Math.PI * cycles);
  let re = 1;
  let im = 0;
  let sumRe = 0;
  let sumIm = 0;
  for (let i = 0; i < values.length; i++) {
    sumRe += values[i] * re;
    sumIm += values[i] * im;
    const next = re * turnRe - im * turnIm;
    im = re * turnIm + im * turnRe;
    re = next;
  }
  return sumRe * sumRe + sumIm * sumIm;
}

function vertex(values: Float64Array, index: number): number {
  if (index === 0 || index === values.length - 1) return 0;
  return vertexOffset(values[index - 1], values[index], values[index + 1]);
}
