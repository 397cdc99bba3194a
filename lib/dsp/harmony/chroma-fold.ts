const LOW_HZ = 65;
const HIGH_HZ = 2100;

/**
 * Twelve pitch classes from C of a power spectrum: the root of the amplitude of each bin from 65 to 2100 Hz, weighted
 * by cos² of its distance from the nearest semitone at A = 440 Hz. Coarse and cheap: good for comparing passages, not
 * for finding keys.
 */
export class ChromaFold {
  private readonly first: number;
  private readonly classes: Uint8Array;
  private readonly weights: Float64Array;

  constructor(sampleRateHz: number, fftSize: number) {
    const binHz = sampleRateHz / fftSize;
    this.first = Math.ceil(LOW_HZ / binHz);
    const bins = Math.min(fftSize / 2, Math.floor(HIGH_HZ / binHz)) - this.first + 1;
    this.classes = new Uint8Array(bins);
    this.weights = new Float64Array(bins);
    for (let i = 0; i < bins; i++) {
      const semitones = 12 * Math.log2(((this.first + i) * binHz) / 440) + 9;
      const nearest = Math.round(semitones);
      this.classes[i] = ((nearest % 12) + 12) % 12;
      // The higher a bin, the narrower it is in pitch. Without 1/k the treble would outweigh the rest.
      this.weights[i] = Math.cos(Math.PI * (semitones - nearest)) ** 2 / (this.first + i);
    }
  }

  /**
   * Writes the classes of a power spectrum (`fftSize / 2 + 1` bins) into `out`: 12 values that sum to 1, or 0 for
   * silence.
   */
  compute(power: Float64Array, out: Float64Array): void {
    const { first, classes, weights } = this;
    out.fill(0);
    for (let i = 0; i < classes.length; i++) out[classes[i]] += Math.sqrt(Math.sqrt(power[first + i])) * weights[i];
    let sum = 0;
    for (let c = 0; c < 12; c++) sum += out[c];
    if (sum > 0) for (let c = 0; c < 12; c++) out[c] /= sum;
  }
}
