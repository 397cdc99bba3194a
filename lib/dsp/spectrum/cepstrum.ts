/** Bands this far below the frame's strongest count as that far: 80 dB. */
const RANGE = 1e-8;
const FLOOR = 1e-30;

/**
 * First `coefficients` of the orthonormal DCT-II of `10·lg` of band powers: mel-frequency cepstral coefficients.
 * A gain changes only the first. As librosa's `feature.mfcc`, its 80 dB counted from each frame's strongest band.
 */
export class Cepstrum {
  private readonly basis: Float64Array;
  private readonly decibels: Float64Array;

  constructor(
    private readonly bands: number,
    private readonly coefficients: number,
  ) {
    this.decibels = new Float64Array(bands);
    this.basis = new Float64Array(bands * coefficients);
    for (let c = 0; c < coefficients; c++) {
      const scale = Math.sqrt((c === 0 ? 1 : 2) / bands);
      for (let b = 0; b < bands; b++) this.basis[c * bands + b] = scale * Math.cos((Math.PI * c * (b + 0.5)) / bands);
    }
  }

  /** Adds the coefficients of one frame to `into`. */
  addTo(bandPower: Float64Array, into: Float64Array): void {
    const { bands, basis, decibels } = this;
    let floor = FLOOR;
    for (let b = 0; b < bands; b++) floor = Math.max(floor, bandPower[b] * RANGE);
    for (let b = 0; b < bands; b++) decibels[b] = 10 * Math.log10(Math.max(floor, bandPower[b]));
    for (let c = 0; c < this.coefficients; c++) {
      let sum = 0;
      for (let b = 0, i = c * bands; b < bands; b++, i++) sum += basis[i] * decibels[b];
      into[c] += sum;
    }
  }
}
