import { type BankOptions, SparseBank, triangle } from "./filter-bank";

const LINEAR_HZ_PER_MEL = 200 / 3;
const BREAK_HZ = 1000;
const BREAK_MEL = BREAK_HZ / LINEAR_HZ_PER_MEL;
/** Natural logarithm of the frequency ratio of one mel above the break. */
const LOG_STEP = Math.log(6.4) / 27;

/** Slaney's mel scale: linear up to 1 kHz (15 mel), logarithmic above. Slaney, "Auditory Toolbox", 1998. */
export function hzToMel(hz: number): number {
  return hz < BREAK_HZ ? hz / LINEAR_HZ_PER_MEL : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
}

/** Inverse of {@link hzToMel}. */
export function melToHz(mel: number): number {
  return mel < BREAK_MEL ? mel * LINEAR_HZ_PER_MEL : BREAK_HZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
}

/**
 * Triangular mel bank for power spectra of `fftSize / 2 + 1` bins, each band with an area of 1 in Hz (Slaney's
 * normalisation), like librosa's `filters.mel`. `highHz` is limited to half the sample rate. A band narrower than a
 * bin takes the nearest bin, so that none is empty.
 *
 * @throws RangeError if `lowHz` is not below the upper edge
 */
export function melBank({ sampleRateHz, fftSize, bands, lowHz, highHz }: BankOptions): SparseBank {
  const topHz = Math.min(highHz, sampleRateHz / 2);
  if (!(lowHz < topHz)) throw new RangeError(`lowHz must be below ${topHz}, got ${lowHz}`);
  const low = hzToMel(lowHz);
  const high = hzToMel(topHz);
  const edgesHz = Array.from({ length: bands + 2 }, (_, i) => melToHz(low + ((high - low) * i) / (bands + 1)));
  return new SparseBank(edgesHz.slice(0, bands).map((_, b) => triangle(edgesHz, b, sampleRateHz / fftSize)));
}
