/** Second-order filter section with a0 = 1: `y[n] = b0 x[n] + b1 x[n−1] + b2 x[n−2] − a1 y[n−1] − a2 y[n−2]`. */
export type BiquadCoefficients = { b0: number; b1: number; b2: number; a1: number; a2: number };

/**
 * Butterworth low-pass (Q = 1/√2): −3 dB at `frequencyHz`, which is limited to just below half the sample rate.
 * Bilinear transform as in Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients".
 */
export function lowpass(frequencyHz: number, sampleRateHz: number): BiquadCoefficients {
  const { cosine, alpha, scale } = warped(frequencyHz, sampleRateHz);
  const b1 = (1 - cosine) * scale;
  return { b0: b1 / 2, b1, b2: b1 / 2, a1: -2 * cosine * scale, a2: (1 - alpha) * scale };
}

/** Butterworth high-pass, the counterpart of {@link lowpass}. */
export function highpass(frequencyHz: number, sampleRateHz: number): BiquadCoefficients {
  const { cosine, alpha, scale } = warped(frequencyHz, sampleRateHz);
  const b1 = -(1 + cosine) * scale;
  return { b0: -b1 / 2, b1, b2: -b1 / 2, a1: -2 * cosine * scale, a2: (1 - alpha) * scale };
}

function warped(frequencyHz: number, sampleRateHz: number) {
  const omega = (2 * Math.PI * Math.min(frequencyHz, sampleRateHz * 0.49)) / sampleRateHz;
  const cosine = Math.cos(omega);
  const alpha = Math.sin(omega) / Math.SQRT2;
  return { cosine, alpha, scale: 1 / (1 + alpha) };
}

/** Gain of a section at a frequency, |H(e^(iω))| in dB. */
export function gainDb(c: BiquadCoefficients, frequencyHz: number, sampleRateHz: number): number {
  const w = (2 * Math.PI * frequencyHz) / sampleRateHz;
  const squared = (k0: number, k1: number, k2: number) =>
    (k0 + k1 * Math.cos(w) + k2 * Math.cos(2 * w)) ** 2 + (k1 * Math.sin(w) + k2 * Math.sin(2 * w)) ** 2;
  return 10 * Math.log10(squared(c.b0, c.b1, c.b2) / squared(1, c.a1, c.a2));
}
