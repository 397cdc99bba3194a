/**
 * Forward FFT of real signals, `X[k] = Σ x[n]·e^(−2πikn/size)`, k = 0 … size/2, unscaled.
 * A complex radix-4 transform of half the size, then the usual split. All buffers are made once.
 */
export class RealFft {
  /** Number of spectrum bins, size/2 + 1. */
  readonly bins: number;
  private readonly half: number;
  private readonly order: Uint32Array;
  private readonly re: Float64Array;
  private readonly im: Float64Array;
  private readonly cos: Float64Array;
  private readonly sin: Float64Array;
  private readonly startsWithPairs: boolean;
  private readonly stages: Stage[] = [];

  /** @param size samples a frame: a power of two, at least 8. Throws RangeError otherwise. */
  constructor(readonly size: number) {
    if (size < 8 || (size & (size - 1)) !== 0) throw new RangeError(`FFT size must be a power of two ≥ 8, got ${size}`);
    this.half = size >> 1;
    this.bins = this.half + 1;
    this.order = bitReversal(this.half);
    this.re = new Float64Array(this.half);
    this.im = new Float64Array(this.half);
    this.startsWithPairs = ((31 - Math.clz32(this.half)) & 1) === 1;
    for (let quarter = this.startsWithPairs ? 2 : 4; quarter < this.half; quarter *= 4)
      this.stages.push(stageOf(quarter));
    this.cos = new Float64Array(this.half);
    this.sin = new Float64Array(this.half);
    for (let k = 0; k < this.half; k++) {
      this.cos[k] = Math.cos((2 * Math.PI * k) / size);
      this.sin[k] = -Math.sin((2 * Math.PI * k) / size);
    }
  }

  /**
   * Power spectrum |X[k]|² of `input[offset … offset + size)` times `window` into `power` (`bins` values).
   */
  power(input: Float32Array | Float64Array, offset: number, window: Float64Array, power: Float64Array): void {
    this.load(input, offset, window);
    this.transform();
    const { re, im, half, cos, sin } = this;
    const dc = re[0] + im[0];
    const nyquist = re[0] - im[0];
    power[0] = dc * dc;
    power[half] = nyquist * nyquist;
    for (let k = 1, m = half - 1; k <= m; k++, m--) {
      const sumRe = 0.5 * (re[k] + re[m]);
      const sumIm = 0.5 * (im[k] - im[m]);
      const difRe = 0.5 * (im[k] + im[m]);
      const difIm = 0.5 * (re[m] - re[k]);
      const turnRe = difRe * cos[k] - difIm * sin[k];
      const turnIm = difRe * sin[k] + difIm * cos[k];
      const aRe = sumRe + turnRe;
      const aIm = sumIm + turnIm;
      const bRe = sumRe - turnRe;
      const bIm = sumIm - turnIm;
      power[k] = aRe * aRe + aIm * aIm;
      power[m] = bRe * bRe + bIm * bIm;
    }
  }

  /** Complex spectrum of `input[offset … offset + size)` times `window` into `outRe`, `outIm` (`bins` values each). */
  forward(
    input: Float32Array | Float64Array,
    offset: number,
    window: Float64Array,
    outRe: Float64Array,
    outIm: Float64Array,
  ): void {
    this.load(input, offset, window);
    this.transform();
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

  private load(input: Float32Array | Float64Array, offset: number, window: Float64Array): void {
    const { re, im, half, order } = this;
    for (let j = 0; j < half; j++) {
      const n = order[j] << 1;
      re[j] = input[offset + n] * window[n];
      im[j] = input[offset + n + 1] * window[n + 1];
    }
  }

  private transform(): void {
    if (this.startsWithPairs) this.pairs();
    else this.fours();
    for (let stage = 0; stage < this.stages.length; stage++) this.radix4(this.stages[stage]);
  }

  private pairs(): void {
    const { re, im, half } = this;
    for (let j = 0; j < half; j += 2) {
      const bRe = re[j + 1];
      const bIm = im[j + 1];
      re[j + 1] = re[j] - bRe;
      im[j + 1] = im[j] - bIm;
      re[j] += bRe;
      im[j] += bIm;
    }
  }

  /** The first radix-4 stage: its twiddles are all one. */
  private fours(): void {
    const { re, im, half } = this;
    for (let a = 0; a < half; a += 4) {
      const evenSumRe = re[a] + re[a + 1];
      const evenSumIm = im[a] + im[a + 1];
      const evenDifRe = re[a] - re[a + 1];
      const evenDifIm = im[a] - im[a + 1];
      const oddSumRe = re[a + 2] + re[a + 3];
      const oddSumIm = im[a + 2] + im[a + 3];
      const oddDifRe = re[a + 2] - re[a + 3];
      const oddDifIm = im[a + 2] - im[a + 3];
      re[a] = evenSumRe + oddSumRe;
      im[a] = evenSumIm + oddSumIm;
      re[a + 1] = evenDifRe + oddDifIm;
      im[a + 1] = evenDifIm - oddDifRe;
      re[a + 2] = evenSumRe - oddSumRe;
      im[a + 2] = evenSumIm - oddSumIm;
      re[a + 3] = evenDifRe - oddDifIm;
      im[a + 3] = evenDifIm + oddDifRe;
    }
  }

  /** Joins four transforms of `quarter` points, which bit reversal left in the order of residues 0, 2, 1, 3. */
  private radix4({ quarter, twiddles }: Stage): void {
    const { re, im, half } = this;
    const span = quarter * 4;
    for (let block = 0; block < half; block += span) {
      for (let k = 0, t = 0; k < quarter; k++, t += 6) {
        const a = block + k;
        const b = a + quarter;
        const c = b + quarter;
        const d = c + quarter;
        const cRe = re[c] * twiddles[t] - im[c] * twiddles[t + 1];
        const cIm = re[c] * twiddles[t + 1] + im[c] * twiddles[t];
        const bRe = re[b] * twiddles[t + 2] - im[b] * twiddles[t + 3];
        const bIm = re[b] * twiddles[t + 3] + im[b] * twiddles[t + 2];
        const dRe = re[d] * twiddles[t + 4] - im[d] * twiddles[t + 5];
        const dIm = re[d] * twiddles[t + 5] + im[d] * twiddles[t + 4];
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

/** One radix-4 stage: w, w² and w³ of each k, w = e^(−2πik/(4·quarter)), real and imaginary in turn. */
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
