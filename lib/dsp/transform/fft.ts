/** Points that are worked through at a time: the real and imaginary parts of so many fit the fastest cache. */
const STRETCH_POINTS = 2048;

/**
 * Forward FFT of real signals, `X[k] = Σ x[n]·e^(−2πikn/size)` for k = 0 … size/2, unscaled: a complex radix-4
 * transform of half the size, whose first stage is done while loading, then the usual split. All buffers are made once.
 *
 * @example
 * const fft = new RealFft(2048);
 * const power = new Float64Array(fft.bins); // 1025
 * fft.power(signal, offset, unitHannWindow(2048), power);
 */
export class RealFft {
  /** Number of bins of a spectrum: size/2 + 1. */
  readonly bins: number;
  private readonly half: number;
  /** Where each group of the first stage starts reading. */
  private readonly order: Uint32Array;
  private readonly re: Float64Array;
  private readonly im: Float64Array;
  private readonly cos: Float64Array;
  private readonly sin: Float64Array;
  private readonly startsWithPairs: boolean;
  private readonly stages: Stage[] = [];

  /**
   * @param size samples of a frame: a power of two, at least 8
   * @throws RangeError for any other size
   */
  constructor(readonly size: number) {
    if (size < 8 || (size & (size - 1)) !== 0) throw new RangeError(`FFT size must be a power of two ≥ 8, got ${size}`);
    this.half = size >> 1;
    this.bins = this.half + 1;
    this.re = new Float64Array(this.half);
    this.im = new Float64Array(this.half);
    this.startsWithPairs = ((31 - Math.clz32(this.half)) & 1) === 1;
    const first = this.startsWithPairs ? 2 : 4;
    this.order = bitReversal(this.half / first);
    for (let quarter = first; quarter < this.half; quarter *= 4) this.stages.push(stageOf(quarter));
    this.cos = new Float64Array(this.half);
    this.sin = new Float64Array(this.half);
    for (let k = 0; k < this.half; k++) {
      this.cos[k] = Math.cos((2 * Math.PI * k) / size);
      this.sin[k] = -Math.sin((2 * Math.PI * k) / size);
    }
  }

  /**
   * Writes the power spectrum |X[k]|² of `input[offset … offset + size)` times `window` into `power` (`bins` values).
   */
  power(input: Float32Array | Float64Array, offset: number, window: Float64Array, power: Float64Array): void {
    this.transform(input, offset, window);
    const { re, im, half, cos, sin } = this;
    const dc = re[0] + im[0];
    const nyquist = re[0] - im[0];
    power[0] = dc * dc;
    power[half] = nyquist * nyquist;
    for (let k = 1, m = half - 1; k <= m; k++, m--) {
      const sumRe = re[k] + re[m];
      const sumIm = im[k] - im[m];
      const difRe = im[k] + im[m];
      const difIm = re[m] - re[k];
      const turnRe = difRe * cos[k] - difIm * sin[k];
      const turnIm = difRe * sin[k] + difIm * cos[k];
      const aRe = sumRe + turnRe;
      const aIm = sumIm + turnIm;
      const bRe = sumRe - turnRe;
      const bIm = sumIm - turnIm;
      power[k] = 0.25 * (aRe * aRe + aIm * aIm);
      power[m] = 0.25 * (bRe * bRe + bIm * bIm);
    }
  }

  /**
   * Writes the spectrum of `input[offset … offset + size)` times `window` into `outRe` and `outIm` (`bins` values
   * each).
   */
  forward(
    input: Float32Array | Float64Array,
    offset: number,
    window: Float64Array,
    outRe: Float64Array,
    outIm: Float64Array,
  ): void {
    this.transform(input, offset, window);
    const { re, im, half, cos, sin } = this;
    outRe[0] = re[0] + im[0];
    outRe[half] = re[0] - im[0];
    outIm[0] = 0;
    outIm[half] = 0;
    for (let k = 1, m = half - 1; k <= m; k++, m--) {
      const sumRe = 0.5 * (re[k] + re[m]);
      const sumIm = 0.5 * (im[k] - im[m]);
      const difRe = 0.5 * (im[k] + im[m]);
      const difIm = 0.5 * (re[m] - re[k]);
      const turnRe = difRe * cos[k] - difIm * sin[k];
      const turnIm = difRe * sin[k] + difIm * cos[k];
      outRe[k] = sumRe + turnRe;
      outIm[k] = sumIm + turnIm;
      outRe[m] = sumRe - turnRe;
      outIm[m] = turnIm - sumIm;
    }
  }

  private transform(input: Float32Array | Float64Array, offset: number, window: Float64Array): void {
    if (this.startsWithPairs) this.loadPairs(input, offset, window);
    else this.loadFours(input, offset, window);
    for (let stage = 0; stage < this.stages.length; stage++) this.radix4(this.stages[stage]);
  }

  private loadPairs(input: Float32Array | Float64Array, offset: number, window: Float64Array): void {
    const { re, im, order, half } = this;
    for (let group = 0, a = 0; a < half; group++, a += 2) {
      const n = order[group] << 1;
      const m = n + half;
      const aRe = input[offset + n] * window[n];
      const aIm = input[offset + n + 1] * window[n + 1];
      const bRe = input[offset + m] * window[m];
      const bIm = input[offset + m + 1] * window[m + 1];
      re[a] = aRe + bRe;
      im[a] = aIm + bIm;
      re[a + 1] = aRe - bRe;
      im[a + 1] = aIm - bIm;
    }
  }

  /** The first radix-4 stage, whose twiddle factors are all 1. */
  private loadFours(input: Float32Array | Float64Array, offset: number, window: Float64Array): void {
    const { re, im, order, half } = this;
    const step = half >> 1;
    for (let group = 0, a = 0; a < half; group++, a += 4) {
      const n0 = order[group] << 1;
      const n1 = n0 + step;
      const n2 = n1 + step;
      const n3 = n2 + step;
      const aRe = input[offset + n0] * window[n0];
      const aIm = input[offset + n0 + 1] * window[n0 + 1];
      const bRe = input[offset + n2] * window[n2];
      const bIm = input[offset + n2 + 1] * window[n2 + 1];
      const cRe = input[offset + n1] * window[n1];
      const cIm = input[offset + n1 + 1] * window[n1 + 1];
      const dRe = input[offset + n3] * window[n3];
      const dIm = input[offset + n3 + 1] * window[n3 + 1];
      const evenDifRe = aRe - bRe;
      const evenDifIm = aIm - bIm;
      const oddDifRe = cRe - dRe;
      const oddDifIm = cIm - dIm;
      re[a] = aRe + bRe + (cRe + dRe);
      im[a] = aIm + bIm + (cIm + dIm);
      re[a + 1] = evenDifRe + oddDifIm;
      im[a + 1] = evenDifIm - oddDifRe;
      re[a + 2] = aRe + bRe - (cRe + dRe);
      im[a + 2] = aIm + bIm - (cIm + dIm);
      re[a + 3] = evenDifRe - oddDifIm;
      im[a + 3] = evenDifIm + oddDifRe;
    }
  }

  /**
   * Joins four transforms of `quarter` points, which bit reversal left in the order of residues 0, 2, 1, 3. Butterflies
   * of a stretch that share their twiddle factors follow one another, so that these are read once a stretch.
   */
  private radix4({ quarter, twiddles }: Stage): void {
    const { re, im, half } = this;
    const span = quarter * 4;
    const stretch = Math.max(span, STRETCH_POINTS);
    for (let start = 0; start < half; start += stretch) {
      const end = Math.min(half, start + stretch);
      for (let k = 0, t = 0; k < quarter; k++, t += 6) {
        const cos1 = twiddles[t];
        const sin1 = twiddles[t + 1];
        const cos2 = twiddles[t + 2];
        const sin2 = twiddles[t + 3];
        const cos3 = twiddles[t + 4];
        const sin3 = twiddles[t + 5];
        for (let a = start + k; a < end; a += span) {
          const b = a + quarter;
          const c = b + quarter;
          const d = c + quarter;
          const cRe = re[c] * cos1 - im[c] * sin1;
          const cIm = re[c] * sin1 + im[c] * cos1;
          const bRe = re[b] * cos2 - im[b] * sin2;
          const bIm = re[b] * sin2 + im[b] * cos2;
          const dRe = re[d] * cos3 - im[d] * sin3;
          const dIm = re[d] * sin3 + im[d] * cos3;
          const evenSumRe = re[a] + bRe;
          const evenSumIm = im[a] + bIm;
          const evenDifRe = re[a] - bRe;
          const evenDifIm = im[a] - bIm;
          const oddSumRe = cRe + dRe;
          const oddSumIm = cIm + dIm;
          const oddDifRe = cRe - dRe;
          const oddDifIm = cIm - dIm;
          re[a] = evenSumRe + oddSumRe;
          im[a] = evenSumIm + oddSumIm;
          re[b] = evenDifRe + oddDifIm;
          im[b] = evenDifIm - oddDifRe;
          re[c] = evenSumRe - oddSumRe;
          im[c] = evenSumIm - oddSumIm;
          re[d] = evenDifRe - oddDifIm;
          im[d] = evenDifIm + oddDifRe;
        }
      }
    }
  }
}

/** One radix-4 stage: w, w² and w³ for each k, w = e^(−2πik/(4·quarter)), real and imaginary parts in turn. */
type Stage = { quarter: number; twiddles: Float64Array };

function stageOf(quarter: number): Stage {
  const twiddles = new Float64Array(quarter * 6);
  for (let k = 0; k < quarter; k++) {
    for (let power = 1; power <= 3; power++) {
      const angle = (2 * Math.PI * k * power) / (quarter * 4);
      twiddles[k * 6 + power * 2 - 2] = Math.cos(angle);
      twiddles[k * 6 + power * 2 - 1] = -Math.sin(angle);
    }
  }
  return { quarter, twiddles };
}

function bitReversal(size: number): Uint32Array {
  const order = new Uint32Array(size);
  const bits = 31 - Math.clz32(size);
  for (let i = 0; i < size; i++) order[i] = bits === 0 ? 0 : (order[i >> 1] >> 1) | ((i & 1) << (bits - 1));
  return order;
}
