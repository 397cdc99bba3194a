/** Bands more than 80 dB below the strongest of the frame count as 80 dB below it. */
const RANGE_POWER = 1e-8;
/** What silence counts as. */
const FLOOR_POWER = 1e-30;

/**
 * Mel-frequency cepstral coefficients: the first `coefficients` values of the orthonormal cosine transform (type II) of
 * band powers in dB. A gain changes only the first of them. Like librosa's `feature.mfcc`, except that its range of
 * 80 dB counts from the strongest band of each frame.
 *
 * @example
 * const cepstrum = new Cepstrum(96, 20);
 * cepstrum.addTo(melPower, sums); // 96 powers in, 20 coefficients added
 */
export class Cepstrum {
  private readonly basis: Float64Array;
  private readonly decibels: Float64Array;

  /** @throws RangeError if more coefficients are wanted than there are bands */
  constructor(
    private readonly bands: number,
    private readonly coefficients: number,
  ) {
    if (coefficients > bands) throw new RangeError(`expected at most ${bands} coefficients, got ${coefficients}`);
    this.decibels = new Float64Array(bands);
    this.basis = new Float64Array(bands * coefficients);
    for (let c = 0; c < coefficients; c++) {
      const scale = Math.sqrt((c === 0 ? 1 : 2) / bands);
      for (let b = 0; b < bands; b++) this.basis[c * bands + b] = scale * Math.cos((Math.PI * c * (b + 0.5)) / bands);
    }
  }

  /** Adds the coefficients of one frame (`bands` powers) to `into` (`coefficients` values). */
  addTo(bandPower: Float64Array, into: Float64Array): void {
    const { bands, basis, decibels } = this;
    let floor = FLOOR_POWER;
    for (let b = 0; b < bands; b++) floor = Math.max(floor, bandPower[b] * RANGE_POWER);
    for (let b = 0; b < bands; b++) decibels[b] = 10 * Math.log10(Math.max(floor, bandPower[b]));
    for (let c = 0; c < this.coefficients; c++) {
      let sum = 0;
      for (let b = 0, i = c * bands; b < bands; b++, i++) sum += basis[i] * decibels[b];
      into[c] += sum;
    }
  }
}
