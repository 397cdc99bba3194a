import { RealFft } from "@/lib/dsp/transform/fft";
import { vertexOffset } from "@/lib/dsp/transform/interpolation";
import { hannWindow } from "@/lib/dsp/transform/windows";

const LOW_HZ = 27;
const HIGH_HZ = 3300;
/** Time that is compared at each lag: almost three periods of the lowest note. */
const WINDOW_SECONDS = 0.1;
const FRAMES_MAX = 48;
/** A lag is a period if its normalised difference is below this. De Cheveigné & Kawahara use 0.1 for speech. */
const PERIODIC_DIFFERENCE = 0.15;
/** Frames within this distance of the median have the same note. */
const SAME_NOTE_CENTS = 60;
const REFINE_HARMONICS = 6;
const REFINE_CENTS = 60;
/** Harmonics in which a chord may lie, and how strong those that a chord lacks must be beside the strongest. */
const CHORD_HARMONICS = 10;
const LOW_SHARE = 0.03;
const SEVENTH_SHARE = 0.1;

/** The pitch of a single note. */
export type NotePitch = {
  hz: number;
  /** Share of the sounding frames that have this pitch, weighted by how periodic they are: 0 … 1. */
  confidence: number;
};

/**
 * Fundamental frequency of a single sustained note, 27 to 3300 Hz: YIN over frames of its loud part, the mean of those
 * that agree with the median, refined on the harmonics of a long spectrum. Returns null if no frame is periodic, or if the
 * period is that of a chord: noise, drums, chords, silence.
 * De Cheveigné & Kawahara, "YIN, a fundamental frequency estimator for speech and music", JASA 2002.
 *
 * @param signal mono, at about 11 kHz: cost grows with the square of the rate
 */
export function notePitch(signal: Float32Array, sampleRateHz: number): NotePitch | null {
  const yin = new Yin(sampleRateHz);
  const frames = soundingFrames(signal, yin.frameSamples);
  const readings = frames.flatMap((start) => yin.read(signal, start) ?? []);
  if (readings.length === 0) return null;
  const median = [...readings].sort((a, b) => a.hz - b.hz)[readings.length >> 1];
  const agreeing = readings.filter(({ hz }) => Math.abs(cents(hz, median.hz)) < SAME_NOTE_CENTS);
  const clarity = agreeing.reduce((sum, reading) => sum + 1 - reading.aperiodicity, 0);
  const mean = 2 ** (agreeing.reduce((sum, { hz }) => sum + Math.log2(hz), 0) / agreeing.length);
  const loud = signal.subarray(frames[0], (frames.at(-1) ?? 0) + yin.frameSamples);
  const spectrum = longSpectrum(loud, sampleRateHz);
  if (!isOneNote(spectrum, mean)) return null;
  return { hz: refine(spectrum, mean), confidence: clarity / frames.length };
}

/** Interval from a reference to a frequency in cents: 1200 is an octave up. */
export function cents(hz: number, referenceHz: number): number {
  return 1200 * Math.log2(hz / referenceHz);
}

/** Starts of at most 48 frames of `size` samples, evenly spread over what is within 20 dB of the loudest. */
function soundingFrames(signal: Float32Array, size: number): number[] {
  const hop = size >> 1;
  const starts: number[] = [];
  const powers: number[] = [];
  for (let start = 0; start + size <= signal.length; start += hop) {
    let power = 0;
    for (let i = start; i < start + size; i++) power += signal[i] * signal[i];
    starts.push(start);
    powers.push(power);
  }
  const loudest = Math.max(0, ...powers);
  if (loudest <= 0) return [];
  const sounding = starts.filter((_, i) => powers[i] >= loudest * 0.01);
  // The first frame has the stroke, which is noise. It is kept if there are hardly any others.
  const sustained = sounding.length > 3 ? sounding.slice(1) : sounding;
  const step = Math.max(1, sustained.length / FRAMES_MAX);
  return Array.from({ length: Math.min(FRAMES_MAX, sustained.length) }, (_, i) => sustained[Math.floor(i * step)]);
}

type Reading = { hz: number; aperiodicity: number };

class Yin {
  readonly frameSamples: number;
  private readonly window: number;
  private readonly minLag: number;
  private readonly maxLag: number;
  private readonly difference: Float64Array;

  constructor(private readonly sampleRateHz: number) {
    this.window = Math.round(WINDOW_SECONDS * sampleRateHz);
    this.minLag = Math.max(2, Math.floor(sampleRateHz / HIGH_HZ));
    this.maxLag = Math.ceil(sampleRateHz / LOW_HZ);
    this.frameSamples = this.window + this.maxLag;
    this.difference = new Float64Array(this.maxLag + 1);
  }

  /** Returns null if no lag is a period. */
  read(signal: Float32Array, start: number): Reading | null {
    this.normalisedDifference(signal, start);
    const { difference, maxLag } = this;
    for (let lag = this.minLag; lag < maxLag; lag++) {
      if (difference[lag] >= PERIODIC_DIFFERENCE) continue;
      while (lag + 1 < maxLag && difference[lag + 1] < difference[lag]) lag++;
      return { hz: this.sampleRateHz / this.vertex(lag), aperiodicity: Math.max(0, difference[lag]) };
    }
    return null;
  }

  /** d'(τ) = d(τ) · τ / Σ d(1 … τ), d(τ) = Σ (x[n] − x[n + τ])². */
  private normalisedDifference(signal: Float32Array, start: number): void {
    const { difference, window } = this;
    difference[0] = 1;
    let running = 0;
    for (let lag = 1; lag <= this.maxLag; lag++) {
      let sum = 0;
      for (let i = start; i < start + window; i++) {
        const distance = signal[i] - signal[i + lag];
        sum += distance * distance;
      }
      running += sum;
      difference[lag] = running > 0 ? (sum * lag) / running : 1;
    }
  }

  /** The lag to a fraction of a sample: the lowest point of the parabola through its neighbours. */
  private vertex(lag: number): number {
    const { difference } = this;
    return lag + vertexOffset(-difference[lag - 1], -difference[lag], -difference[lag + 1]);
  }
}

type LongSpectrum = { power: Float64Array; binHz: number };

function longSpectrum(signal: Float32Array, sampleRateHz: number): LongSpectrum {
  let size = 4096;
  while (size < signal.length && size < 32768) size *= 2;
  const length = Math.min(size, signal.length);
  const padded = new Float64Array(size);
  const window = hannWindow(length);
  for (let i = 0; i < length; i++) padded[i] = signal[i] * window[i];
  const fft = new RealFft(size);
  const power = new Float64Array(fft.bins);
  fft.power(padded, 0, new Float64Array(size).fill(1), power);
  return { power, binHz: sampleRateHz / size };
}

/**
 * Whether the harmonics are those of one note. The notes of a chord have a common period as well, that of a note far
 * below, of which it has neither the first two harmonics nor the seventh.
 */
function isOneNote({ power, binHz }: LongSpectrum, hz: number): boolean {
  const amplitudes = Array.from({ length: CHORD_HARMONICS }, (_, i) =>
    Math.sqrt(peakNear(power, (hz * (i + 1)) / binHz)?.power ?? 0),
  );
  const strongest = Math.max(...amplitudes);
  return Math.max(amplitudes[0], amplitudes[1]) >= LOW_SHARE * strongest || amplitudes[6] >= SEVENTH_SHARE * strongest;
}

/** Mean of the peaks near the harmonics, each divided by the number of the harmonic and weighted by its amplitude. */
function refine({ power, binHz }: LongSpectrum, hz: number): number {
  let sum = 0;
  let weights = 0;
  for (let harmonic = 1; harmonic <= REFINE_HARMONICS; harmonic++) {
    const peak = peakNear(power, (hz * harmonic) / binHz);
    if (!peak) continue;
    const amplitude = Math.sqrt(peak.power) / harmonic;
    sum += (amplitude * peak.bin * binHz) / harmonic;
    weights += amplitude;
  }
  const refined = weights > 0 ? sum / weights : hz;
  return Math.abs(cents(refined, hz)) < REFINE_CENTS ? refined : hz;
}

/** The largest local maximum within 60 cents of a bin, to a fraction of a bin. */
function peakNear(power: Float64Array, bin: number): { bin: number; power: number } | null {
  const reach = Math.max(1.5, bin * (2 ** (REFINE_CENTS / 1200) - 1));
  const to = Math.min(power.length - 2, Math.ceil(bin + reach));
  let best = -1;
  for (let k = Math.max(1, Math.floor(bin - reach)); k <= to; k++) {
    const isPeak = power[k] > 0 && power[k] >= power[k - 1] && power[k] > power[k + 1];
    if (isPeak && (best < 0 || power[k] > power[best])) best = k;
  }
  if (best < 0) return null;
  const [left, centre, right] = [power[best - 1], power[best], power[best + 1]].map((p) => Math.log(p + 1e-30));
  return { bin: best + vertexOffset(left, centre, right), power: power[best] };
}
