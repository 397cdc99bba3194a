const FIRST_EDGE_HZ = 200;
/** Share of the bins of a band that make up its peak, and its valley. */
const EXTREMES_SHARE = 0.02;
/** What is 100 dB below the strongest bin of the spectrum is rounding. */
const RANGE_POWER = 1e-10;
const FLOOR_POWER = 1e-30;

/** Number of bands: one below 200 Hz and six octaves above. */
export const CONTRAST_BANDS = 7;

/**
 * Spectral contrast in dB for each octave band, at least 0: the mean power of the strongest 2 % of its bins over that
 * of the weakest 2 %, one bin at least. Jiang et al., "Music type classification by spectral contrast feature", 2002;
 * bands and share like librosa's `feature.spectral_contrast`. Bands above half the sample rate give 0.
 */
export class SpectralContrast {
  private readonly edges: number[];
  private readonly strongest: Float64Array;
  private readonly weakest: Float64Array;

  constructor(sampleRateHz: number, fftSize: number) {
    const binHz = sampleRateHz / fftSize;
    const last = fftSize / 2;
    // The bin at 0 Hz is left out, because it is not sound.
    this.edges = [1];
    for (let band = 0; band < CONTRAST_BANDS; band++) {
      this.edges.push(Math.min(last, Math.round((FIRST_EDGE_HZ * 2 ** band) / binHz)));
    }
    const most = Math.max(1, Math.round(EXTREMES_SHARE * last));
    this.strongest = new Float64Array(most);
    this.weakest = new Float64Array(most);
  }

  /** Writes the contrast of a power spectrum (`fftSize / 2 + 1` bins) into `out` (`CONTRAST_BANDS` values). */
  compute(power: Float64Array, out: Float64Array): void {
    let floor = FLOOR_POWER;
    for (let k = 0; k < power.length; k++) if (power[k] * RANGE_POWER > floor) floor = power[k] * RANGE_POWER;
    for (let band = 0; band < CONTRAST_BANDS; band++) {
      const from = this.edges[band];
      const to = this.edges[band + 1];
      out[band] = to > from ? this.contrast(power, from, to, floor) : 0;
    }
  }

  private contrast(power: Float64Array, from: number, to: number, floor: number): number {
    const { strongest, weakest } = this;
    const kept = Math.max(1, Math.round(EXTREMES_SHARE * (to - from)));
    strongest.fill(0, 0, kept);
    weakest.fill(Number.POSITIVE_INFINITY, 0, kept);
    for (let k = from; k < to; k++) {
      const p = power[k];
      // Both lists are sorted so that the next value to leave is at the end.
      if (p > strongest[kept - 1]) {
        let at = kept - 1;
        for (; at > 0 && strongest[at - 1] < p; at--) strongest[at] = strongest[at - 1];
        strongest[at] = p;
      }
      if (p < weakest[kept - 1]) {
        let at = kept - 1;
        for (; at > 0 && weakest[at - 1] > p; at--) weakest[at] = weakest[at - 1];
        weakest[at] = p;
      }
    }
    let peak = 0;
    let valley = 0;
    for (let i = 0; i < kept; i++) {
      peak += strongest[i];
      valley += weakest[i];
    }
    return 10 * Math.log10(Math.max(floor, peak / kept) / Math.max(floor, valley / kept));
  }
}
