const FIRST_EDGE_HZ = 200;
/** Share of a band's bins that make its peak and its valley. */
const QUANTILE = 0.02;
/** What lies 100 dB below the spectrum's strongest bin is rounding. */
const RANGE = 1e-10;
const FLOOR = 1e-30;

/** Below 200 Hz and the six octaves from there. */
export const CONTRAST_BANDS = 7;

/**
 * Spectral contrast in dB per octave band: mean power of the strongest 2 % of the band's bins over that of the weakest
 * 2 % (one bin at least). Jiang et al., "Music type classification by spectral contrast feature", 2002; bands and
 * share as librosa's `feature.spectral_contrast`. Bands above half the sample rate give 0.
 */
export class SpectralContrast {
  private readonly edges: number[];
  private readonly strongest: Float64Array;
  private readonly weakest: Float64Array;

  constructor(sampleRateHz: number, fftSize: number) {
    const binHz = sampleRateHz / fftSize;
    const last = fftSize / 2;
    // The bin at 0 Hz is left out: it is no sound.
    this.edges = [1];
    for (let band = 0; band < CONTRAST_BANDS; band++) {
      this.edges.push(Math.min(last, Math.round((FIRST_EDGE_HZ * 2 ** band) / binHz)));
    }
    const most = Math.max(1, Math.round(QUANTILE * last));
    this.strongest = new Float64Array(most);
    this.weakest = new Float64Array(most);
  }

  /** Contrast of one power spectrum into `out` (7 values). */
  compute(power: Float64Array, out: Float64Array): void {
    let floor = FLOOR;
    for (let k = 0; k < power.length; k++) if (power[k] * RANGE > floor) floor = power[k] * RANGE;
    for (let band = 0; band < CONTRAST_BANDS; band++) {
      const from = this.edges[band];
      const to = this.edges[band + 1];
      out[band] = to > from ? this.contrast(power, from, to, floor) : 0;
    }
  }

  private contrast(power: Float64Array, from: number, to: number, floor: number): number {
    const { strongest, weakest } = this;
    const kept = Math.max(1, Math.round(QUANTILE * (to - from)));
    strongest.fill(0, 0, kept);
    weakest.fill(Number.POSITIVE_INFINITY, 0, kept);
    for (let k = from; k < to; k++) {
      const p = power[k];
      // Both lists are sorted, the value that is the first to leave at their end.
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
