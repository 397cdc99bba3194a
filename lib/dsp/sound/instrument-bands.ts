import { type FilterRow, SparseBank } from "@/lib/dsp/spectrum/filter-bank";

const LOW_HZ = 40;
const HIGH_HZ = 16_000;
const BANDS_PER_OCTAVE = 5;
/** Closer than this, neighbouring bands below 120 Hz would share a bin of the transform at 48 kHz. */
const SPACING_MIN_HZ = 24;
/** What lies further below the loudest cell, as a ratio of powers, is the noise of most recordings: −55 dB. */
const FLOOR_POWER = 10 ** -5.5;

/** Centres of the bands that instruments are told by, ascending: five to the octave, at least 24 Hz apart. */
export const INSTRUMENT_BANDS_HZ: readonly number[] = centres();

/**
 * The bands of {@link INSTRUMENT_BANDS_HZ} for power spectra of `fftSize / 2 + 1` bins: triangles that reach to the
 * centres of their neighbours, with weights that sum to 1. A band without a bin takes the nearest one.
 */
export function instrumentBank(sampleRateHz: number, fftSize: number): SparseBank {
  const binHz = sampleRateHz / fftSize;
  return new SparseBank(INSTRUMENT_BANDS_HZ.map((_, band) => rowOf(band, binHz, fftSize / 2)));
}

/** Turns powers into decades (tens of dB) under the largest of them, in place: −5.5 … 0, and all −5.5 in silence. */
export function toDecades(powers: Float64Array): void {
  let largest = Number.MIN_VALUE;
  for (let i = 0; i < powers.length; i++) largest = Math.max(largest, powers[i]);
  for (let i = 0; i < powers.length; i++) powers[i] = Math.log10(powers[i] / largest + FLOOR_POWER);
}

function centres(): number[] {
  const list = [LOW_HZ];
  for (let hz = LOW_HZ; ; ) {
    hz = Math.max(hz + SPACING_MIN_HZ, hz * 2 ** (1 / BANDS_PER_OCTAVE));
    if (hz > HIGH_HZ) return list;
    list.push(hz);
  }
}

function rowOf(band: number, binHz: number, lastBin: number): FilterRow {
  const centre = INSTRUMENT_BANDS_HZ[band];
  const left = INSTRUMENT_BANDS_HZ[band - 1] ?? centre - SPACING_MIN_HZ;
  const right = INSTRUMENT_BANDS_HZ[band + 1] ?? centre * 2 ** (1 / BANDS_PER_OCTAVE);
  const start = Math.min(Math.max(1, Math.ceil(left / binHz)), lastBin);
  const weights: number[] = [];
  for (let k = start; k * binHz < right && k <= lastBin; k++) {
    const hz = k * binHz;
    weights.push(Math.max(0, Math.min((hz - left) / (centre - left), (right - hz) / (right - centre))));
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum > 0) return { start, weights: weights.map((weight) => weight / sum) };
  return { start: Math.min(Math.round(centre / binHz), lastBin), weights: [1] };
}
