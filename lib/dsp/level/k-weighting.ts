import type { BiquadCoefficients } from "./biquad";

/**
 * The two stages of K-weighting (ITU-R BS.1770-5, annex 1) at any sample rate: a shelf for the head, then a high-pass.
 * The standard only has tables for 48 kHz (1 and 2). The analogue prototypes behind them are transformed to the rate;
 * at 48 kHz the result is those tables.
 */
export function kWeighting(sampleRateHz: number): { shelf: BiquadCoefficients; highpass: BiquadCoefficients } {
  return { shelf: headShelf(sampleRateHz), highpass: rlbHighpass(sampleRateHz) };
}

/** High shelf of +4 dB above about 1.7 kHz. */
function headShelf(sampleRateHz: number): BiquadCoefficients {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRateHz);
  const q = 0.7071752369554196;
  const highGain = 10 ** (3.999843853973347 / 20);
  const bandGain = highGain ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b0: (highGain + (bandGain * k) / q + k * k) / a0,
    b1: (2 * (k * k - highGain)) / a0,
    b2: (highGain - (bandGain * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
}

/** High-pass at 38 Hz ("revised low-frequency B curve"). */
function rlbHighpass(sampleRateHz: number): BiquadCoefficients {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRateHz);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  // The numerator of the standard is 1, −2, 1, not normalised.
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
}
