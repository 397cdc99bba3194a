import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { unitHannWindow } from "@/lib/dsp/transform/windows";

// Signals that the tests are written in: mono, full scale = 1.

/** `amplitude · sin(2π · frequencyHz · t + phase)`. */
export function sine(
  frequencyHz: number,
  sampleRateHz: number,
  seconds: number,
  amplitude = 1,
  phase = 0,
): Float32Array {
  const step = (2 * Math.PI * frequencyHz) / sampleRateHz;
  return Float32Array.from(
    { length: Math.round(seconds * sampleRateHz) },
    (_, n) => amplitude * Math.sin(n * step + phase),
  );
}

/** White noise, uniform in ±`amplitude`: the same for the same seed (a positive whole number). */
export function noise(samples: number, amplitude = 1, seed = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length: samples }, () => {
    state = (state * 16807) % 2147483647;
    return amplitude * ((2 * state) / 2147483647 - 1);
  });
}

/** Silence except for the sample at index `at`. */
export function impulse(samples: number, at: number, amplitude = 1): Float32Array {
  const out = new Float32Array(samples);
  out[at] = amplitude;
  return out;
}

/** The parts one after another. */
export function concatenate(...parts: Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A decaying burst of noise on every beat; every second one is quieter and has a low thump, like a kick drum. */
export function clicks(bpm: number, sampleRateHz: number, seconds: number, startSeconds = 0): Float32Array {
  const out = new Float32Array(Math.round(seconds * sampleRateHz));
  const burst = noise(Math.round(0.08 * sampleRateHz), 0.5, 7);
  for (let beat = 0; ; beat++) {
    const at = Math.round((startSeconds + (beat * 60) / bpm) * sampleRateHz);
    if (at >= out.length) return out;
    for (let i = 0; i < burst.length && at + i < out.length; i++) {
      const decay = Math.exp((-60 * i) / sampleRateHz);
      const thump = beat % 2 === 0 ? Math.sin((2 * Math.PI * 60 * i) / sampleRateHz) : 0;
      out[at + i] += decay * (burst[i] * (beat % 2 === 0 ? 0.4 : 1) + 0.6 * thump);
    }
  }
}

/** Harmonic tones of six partials that begin together and decay. */
export function chord(frequenciesHz: number[], sampleRateHz: number, seconds: number, amplitude = 0.2): Float32Array {
  const out = new Float32Array(Math.round(seconds * sampleRateHz));
  for (const frequencyHz of frequenciesHz) {
    for (let harmonic = 1; harmonic <= 6 && frequencyHz * harmonic < sampleRateHz * 0.45; harmonic++) {
      const step = (2 * Math.PI * frequencyHz * harmonic) / sampleRateHz;
      for (let n = 0; n < out.length; n++) out[n] += (amplitude / harmonic ** 1.5) * Math.sin(n * step);
    }
  }
  return out.map((x, n) => x * Math.exp((-2 * n) / sampleRateHz));
}

/** The signal times a gain. */
export const amplified = (signal: Float32Array, gain: number): Float32Array => signal.map((x) => x * gain);

/**
 * Calls `use` with the power spectrum (`size / 2 + 1` bins) of each frame, as the engine takes them: centred on every
 * `hop`-th sample. Each spectrum overwrites the one before.
 */
export function eachSpectrum(
  signal: Float32Array,
  size: number,
  hop: number,
  use: (power: Float64Array) => void,
): void {
  const fft = new RealFft(size);
  const window = unitHannWindow(size);
  const power = new Float64Array(fft.bins);
  const slicer = new FrameSlicer(size, hop, (buffer, offset) => {
    fft.power(buffer, offset, window, power);
    use(power);
  });
  slicer.push(signal);
  slicer.finish();
}

/** Cosine of the angle between two vectors, −1 … 1: 1 if one is a positive multiple of the other. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < a.length; i++) {
    product += a[i] * b[i];
    squareA += a[i] * a[i];
    squareB += b[i] * b[i];
  }
  return product / Math.sqrt(squareA * squareB);
}
