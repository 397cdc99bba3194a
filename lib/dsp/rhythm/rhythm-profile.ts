import { windowedAutocorrelation } from "@/lib/dsp/transform/autocorrelation";
import { RealFft } from "@/lib/dsp/transform/fft";
import { interpolate } from "@/lib/dsp/transform/interpolation";
import { unitVariance } from "./beat-sampling";
import { withoutLocalMean } from "./local-mean";
import { ONSET_BANDS } from "./onset-strength";

/** The onset strengths that a profile has one series of each: three bands and their sum. */
export const PROFILE_BANDS = [...ONSET_BANDS, "all"] as const;

/** Onset strengths of a piece, made comparable, and how they repeat. Series are in the order of `PROFILE_BANDS`. */
export type RhythmProfile = {
  framesPerSecond: number;
  /** Seconds from the first frame to the end of the file. */
  durationSeconds: number;
  /** Onset strength per frame without its local mean: never negative, mean square 1 (all 0 if nothing rises). */
  onsets: Float64Array[];
  /** Autocorrelation at lags of 0 to 8 s in frames, 1 at lag 0. */
  correlations: Float64Array[];
  /** Magnitude spectrum, 1 at 0 Hz; bin `k` lies at `k · framesPerSecond / 8192` Hz. */
  pulseSpectra: Float64Array[];
  /** Correlation of the low band with the mid band 0 to 4 s later, by frames: how a snare follows the kick. */
  kickToSnare: Float64Array;
  /** Clear peaks a second in each of the three onset bands. */
  bandOnsetsPerSecond: number[];
  /** Share of each onset band in the energy of all three; they sum to 1. */
  bandShares: number[];
  /** Peaks above half the root mean square, of all bands. */
  onsetsPerSecond: number;
  /** Number of peaks above the root mean square and a fifth of the largest: what one would count as hits. */
  strongOnsets: number;
  /** 98th percentile of the onset strength over its median: about 2 for steady noise, 5 to 500 for music. */
  contrast: number;
};

const LOCAL_MEAN_SECONDS = 0.5;
/** Frames whose window of 2048 samples reaches past the end, at a hop of 10 ms. */
const EDGE_FRAMES = 3;
const WINDOW_SECONDS = 20;
const MAX_LAG_SECONDS = 8;
const KICK_TO_SNARE_SECONDS = 4;
/** A peak counts as a hit of its band from this share of the largest. */
const CLEAR_PEAK_SHARE = 0.25;
/** Four times the window at 100 frames a second, so that a straight line between bins is close enough. */
const PULSE_FFT_SIZE = 8192;
/** No repetition is exactly on time, so the onsets are blurred a little before they are correlated. */
const BLUR_FRAMES = 2;

/**
 * Profile of the onset strengths of a piece. Returns null if nothing rises at all.
 *
 * @param strengths low, mid and high band: equally long, one value a frame, not negative
 * @param framesPerSecond about 100: constants of the profile count frames
 * @throws RangeError unless there are three bands
 */
export function rhythmProfile(
  strengths: (Float32Array | Float64Array)[],
  framesPerSecond: number,
  durationSeconds: number,
): RhythmProfile | null {
  if (strengths.length !== ONSET_BANDS.length) throw new RangeError(`expected 3 bands, got ${strengths.length}`);
  const length = strengths[0].length;
  const sum = new Float64Array(length);
  // The signal breaks off within the last windows, which looks like an onset but is none.
  const bands = strengths.map((strength) => Float64Array.from(strength).fill(0, Math.max(0, length - EDGE_FRAMES)));
  for (const band of bands) for (let i = 0; i < length; i++) sum[i] += band[i];
  const raw = [...bands, sum].map((s) => withoutLocalMean(s, Math.round(LOCAL_MEAN_SECONDS * framesPerSecond)));
  const powers = raw.map(meanSquare);
  if (powers[3] <= 0) return null;
  const onsets = raw.map((values, i) => (powers[i] > 0 ? values.map((v) => v / Math.sqrt(powers[i])) : values));
  const blurred = onsets.map((values) => blur(values, BLUR_FRAMES));
  const maxLag = Math.round(MAX_LAG_SECONDS * framesPerSecond);
  const bandPower = powers[0] + powers[1] + powers[2];
  return {
    framesPerSecond,
    durationSeconds,
    onsets,
    correlations: blurred.map((values) => windowedAutocorrelation(values, WINDOW_SECONDS * framesPerSecond, maxLag)),
    pulseSpectra: onsets.map((values) => pulseSpectrum(values, WINDOW_SECONDS * framesPerSecond)),
    kickToSnare: crossCorrelation(blurred[0], blurred[1], Math.round(KICK_TO_SNARE_SECONDS * framesPerSecond)),
    bandOnsetsPerSecond: onsets.slice(0, 3).map((band) => countPeaks(band, clearPeak(band)) / durationSeconds),
    bandShares: powers.slice(0, 3).map((power) => power / bandPower),
    onsetsPerSecond: countPeaks(onsets[3], 0.5) / durationSeconds,
    contrast: contrastOf(sum),
    strongOnsets: countPeaks(onsets[3], Math.max(1, 0.2 * onsets[3].reduce((a, b) => Math.max(a, b)))),
  };
}

/**
 * Autocorrelation of a band (index in `PROFILE_BANDS`) at a lag in frames, −1 … 1: the best within ±1.5 % or a frame.
 */
export function correlationAt({ correlations }: RhythmProfile, band: number, lagFrames: number): number {
  return bestNear(correlations[band], lagFrames);
}

/** How well the mid band follows the low band by a lag in frames, −1 … 1: the best within ±1.5 % or a frame. */
export function kickToSnareAt({ kickToSnare }: RhythmProfile, lagFrames: number): number {
  return bestNear(kickToSnare, lagFrames);
}

function bestNear(correlation: Float64Array, lagFrames: number): number {
  const reach = Math.max(1, lagFrames * 0.015);
  let best = -1;
  for (let step = -2; step <= 2; step++) {
    best = Math.max(best, interpolate(correlation, lagFrames + (step * reach) / 2));
  }
  return best;
}

/** Magnitude, 0 … 1, of a band's onsets at a frequency in Hz: 1 if all of them were impulses in step with it. */
export function pulseMagnitude({ pulseSpectra, framesPerSecond }: RhythmProfile, band: number, hz: number): number {
  return interpolate(pulseSpectra[band], (hz * PULSE_FFT_SIZE) / framesPerSecond);
}

/** Magnitude spectrum |Σ x·e^(−iωt)| / Σ x, averaged over windows that overlap by half. */
function pulseSpectrum(onsets: Float64Array, windowLength: number): Float64Array {
  const fft = new RealFft(PULSE_FFT_SIZE);
  const ones = new Float64Array(PULSE_FFT_SIZE).fill(1);
  const padded = new Float64Array(PULSE_FFT_SIZE);
  const power = new Float64Array(fft.bins);
  const mean = new Float64Array(fft.bins);
  const length = Math.min(windowLength, onsets.length);
  const hop = Math.max(1, length >> 1);
  let total = 0;
  for (let start = 0; start + length <= onsets.length; start += hop) {
    padded.fill(0);
    padded.set(onsets.subarray(start, start + length));
    fft.power(padded, 0, ones, power);
    for (let k = 0; k < power.length; k++) mean[k] += Math.sqrt(power[k]);
    total += Math.sqrt(power[0]);
  }
  return total > 0 ? mean.map((value) => value / total) : mean;
}

/** Pearson correlation of `a` with `b` at lags of 0 … `maxLag` values, faded where little of them overlaps. */
function crossCorrelation(a: Float64Array, b: Float64Array, maxLag: number): Float64Array {
  const [first, second] = [unitVariance(a), unitVariance(b)];
  const correlation = new Float64Array(maxLag + 1);
  for (let lag = 0; lag <= maxLag && lag < a.length; lag++) {
    let sum = 0;
    for (let i = 0; i + lag < b.length; i++) sum += first[i] * second[i + lag];
    correlation[lag] = sum / Math.max(a.length - lag, a.length / 4);
  }
  return correlation;
}

function clearPeak(onsets: Float64Array): number {
  return Math.max(1, CLEAR_PEAK_SHARE * onsets.reduce((a, b) => Math.max(a, b)));
}

function blur(values: Float64Array, reach: number): Float64Array {
  const out = new Float64Array(values.length);
  const weights = Array.from({ length: reach * 2 + 1 }, (_, i) => reach + 1 - Math.abs(i - reach));
  for (let i = 0; i < values.length; i++) {
    for (let w = 0; w < weights.length; w++) out[i] += weights[w] * (values[i + w - reach] ?? 0);
  }
  return out;
}

function meanSquare(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return values.length === 0 ? 0 : sum / values.length;
}

function contrastOf(strengths: Float64Array): number {
  const sorted = strengths.slice().sort();
  const median = sorted[sorted.length >> 1];
  const high = sorted[Math.floor(sorted.length * 0.98)];
  return high / Math.max(median, high / 1000, Number.MIN_VALUE);
}

function countPeaks(values: Float64Array, above: number): number {
  let peaks = 0;
  for (let i = 1; i + 1 < values.length; i++) {
    if (values[i] > above && values[i] >= values[i - 1] && values[i] > values[i + 1]) peaks++;
  }
  return peaks;
}
