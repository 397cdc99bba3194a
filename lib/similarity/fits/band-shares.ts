import { SPECTROGRAM_HIGH_HZ, SPECTROGRAM_LOW_HZ } from "@/lib/analysis/record/constants";
import { hzToMel, melToHz } from "@/lib/dsp/spectrum/mel";

/** As the engine makes the coefficients. */
const MEL_BANDS = 96;
/** Edges of the seven bands: all below 200 Hz, five octaves, and the rest. */
export const BAND_EDGES_HZ = [0, 200, 400, 800, 1600, 3200, 6400, SPECTROGRAM_HIGH_HZ] as const;
const BANDS = BAND_EDGES_HZ.length - 1;
/** Loudness grows with this power of the intensity. Stevens, "The Measurement of Loudness", 1955. */
const LOUDNESS_EXPONENT = 0.3;

const LOW = hzToMel(SPECTROGRAM_LOW_HZ);
const MEL_STEP = (hzToMel(SPECTROGRAM_HIGH_HZ) - LOW) / (MEL_BANDS + 1);
/** For each mel band: its width in dB, as its power is a mean over its width, and the band that it is in. */
const MEL = Array.from({ length: MEL_BANDS }, (_, index) => {
  const [from, centre, to] = [0, 1, 2].map((step) => melToHz(LOW + MEL_STEP * (index + step))) as [
    number,
    number,
    number,
  ];
  const band = BAND_EDGES_HZ.findIndex((edge) => edge > centre) - 1;
  return { widthDb: 10 * Math.log10((to - from) / 2), band };
});

/**
 * Where in the spectrum a sound is loud: shares of the loudness in each band, which sum to 1. The typical spectrum is
 * taken back from the record's mel-frequency cepstral coefficients (means in dB, orthonormal cosine transform), which
 * hold it smoothed to about five of the 96 mel bands. Levels do not matter. Null without coefficients.
 *
 * @param mfcc as the record has them, the first with the level
 */
export function bandShares(mfcc: readonly number[]): number[] | null {
  if (mfcc.length === 0 || !mfcc.every(Number.isFinite)) return null;
  const levels = MEL.map(({ widthDb }, index) => {
    const shape = mfcc.reduce((sum, value, c) => {
      const scale = Math.sqrt((c === 0 ? 1 : 2) / MEL_BANDS);
      return sum + scale * value * Math.cos((Math.PI * c * (index + 0.5)) / MEL_BANDS);
    }, 0);
    return shape + widthDb;
  });
  const loudest = Math.max(...levels);
  const intensities = new Array<number>(BANDS).fill(0);
  for (const [index, { band }] of MEL.entries()) {
    intensities[band] = (intensities[band] ?? 0) + 10 ** (((levels[index] ?? 0) - loudest) / 10);
  }
  const loudness = intensities.map((intensity) => intensity ** LOUDNESS_EXPONENT);
  const sum = loudness.reduce((total, value) => total + value, 0);
  return loudness.map((value) => value / sum);
}

/** How much of their loudness two sounds have in the same bands: 0 = none, 1 = all. */
export function sharedLoudness(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, band) => sum + Math.min(value, b[band] ?? 0), 0);
}
