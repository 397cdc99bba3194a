import { kaiserAt, kaiserBeta } from "./windows";

/** Rates and quality of a {@link Resampler}. */
export type ResamplerOptions = {
  fromHz: number;
  toHz: number;
  /** Flat up to this share of the lower of the two rates. Default 0.42. */
  passband?: number;
  /** Attenuated from this share of the lower of the two rates. Default 0.5: nothing aliases. */
  stopband?: number;
  /** Attenuation of the stop band, above 50. Default 90. */
  attenuationDb?: number;
};

/** A table holds this many phases at most; more of them (rates such as 44,099 Hz) are interpolated from it. */
const PHASES_MAX = 640;

/**
 * Streaming polyphase resampler with a Kaiser-windowed sinc and no delay: output sample `m` is the band-limited signal
 * at time `m / toHz`, where the signal is zero before its first and after its last sample.
 * Crochiere & Rabiner, "Multirate Digital Signal Processing", 1983, chapter 4.
 *
 * @example
 * const resampler = new Resampler({ fromHz: 96000, toHz: 44100 });
 * resampler.process(block); // read resampler.output up to resampler.outputLength
 * resampler.finish(); // and once more
 */
export class Resampler {
  /** The first `outputLength` samples are what the last `process` or `finish` gave. The next call overwrites them. */
  output = new Float32Array(0);
  outputLength = 0;

  private readonly phases: number;
  private readonly exact: boolean;
  private readonly halfTaps: number;
  private readonly taps: number;
  private readonly table: Float64Array;
  private history: Float32Array;
  private historyLength: number;
  /** Index, in the whole input, of `history[0]`. */
  private historyStart: number;
  private inputCount = 0;
  private outputCount = 0;
  private readonly fromUnits: number;
  private readonly toUnits: number;

  /** @throws RangeError if a rate is not above 0 or the pass band does not end below the stop band */
  constructor({ fromHz, toHz, passband = 0.42, stopband = 0.5, attenuationDb = 90 }: ResamplerOptions) {
    if (!(fromHz > 0 && toHz > 0)) throw new RangeError(`rates must be above 0, got ${fromHz} and ${toHz}`);
    if (!(passband < stopband)) throw new RangeError(`passband must be below ${stopband}, got ${passband}`);
    const divisor = greatestCommonDivisor(fromHz, toHz);
    this.fromUnits = fromHz / divisor;
    this.toUnits = toHz / divisor;
    this.exact = this.toUnits <= PHASES_MAX;
    this.phases = this.exact ? this.toUnits : PHASES_MAX;
    const lower = Math.min(fromHz, toHz);
    const tapsAtLower = (attenuationDb - 8) / (2.285 * 2 * Math.PI * (stopband - passband));
    this.halfTaps = Math.ceil((tapsAtLower * fromHz) / lower / 2);
    this.taps = this.halfTaps * 2;
    const cutoff = ((stopband + passband) * lower) / fromHz;
    this.table = sincTable(this.phases + 1, this.halfTaps, cutoff, kaiserBeta(attenuationDb));
    this.history = new Float32Array(this.taps * 2);
    this.historyStart = -this.halfTaps + 1;
    this.historyLength = this.halfTaps - 1;
  }

  /** Takes the first `length` samples of `input`. What came out is in `output`. */
  process(input: Float32Array, length = input.length): void {
    this.append(input, length);
    this.inputCount += length;
    this.emit(this.historyStart + this.historyLength - 1 - this.halfTaps);
  }

  /** Gives the rest, up to the last output sample that lies inside the input. Once, after the last `process`. */
  finish(): void {
    const total = Math.ceil((this.inputCount * this.toUnits) / this.fromUnits);
    const silence = new Float32Array(this.taps);
    this.append(silence, this.taps);
    this.emit(Number.POSITIVE_INFINITY, total);
  }

  private append(input: Float32Array, length: number): void {
    const needed = this.historyLength + length;
    if (needed > this.history.length) {
      const grown = new Float32Array(needed * 2);
      grown.set(this.history.subarray(0, this.historyLength));
      this.history = grown;
    }
    this.history.set(length === input.length ? input : input.subarray(0, length), this.historyLength);
    this.historyLength = needed;
  }

  /**
   * Computes every output whose base sample is at most `lastUsable`; its last tap lies `halfTaps` samples further on.
   */
  private emit(lastUsable: number, outputEnd = Number.POSITIVE_INFINITY): void {
    const room = Math.ceil((this.historyLength * this.toUnits) / this.fromUnits) + 2;
    if (this.output.length < room) this.output = new Float32Array(room * 2);
    let count = 0;
    while (this.outputCount < outputEnd) {
      const position = this.outputCount * this.fromUnits;
      const base = Math.floor(position / this.toUnits);
      if (base > lastUsable) break;
      const phase = (position - base * this.toUnits) * (this.exact ? 1 : this.phases / this.toUnits);
      this.output[count++] = this.sampleAt(base - this.halfTaps + 1 - this.historyStart, phase);
      this.outputCount++;
    }
    this.outputLength = count;
    this.discard(Math.floor((this.outputCount * this.fromUnits) / this.toUnits) - this.halfTaps + 1);
  }

  private sampleAt(first: number, phase: number): number {
    const row = Math.floor(phase);
    const sum = this.weighted(first, row);
    return this.exact ? sum : sum + (this.weighted(first, row + 1) - sum) * (phase - row);
  }

  /** Σ history · row of the table, in four sums, because a single one would have to wait for each addition. */
  private weighted(first: number, row: number): number {
    const { history, table, taps } = this;
    const fours = first + (taps & ~3);
    let i = first;
    let w = row * taps;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (; i < fours; i += 4, w += 4) {
      a += history[i] * table[w];
      b += history[i + 1] * table[w + 1];
      c += history[i + 2] * table[w + 2];
      d += history[i + 3] * table[w + 3];
    }
    // Taps come in pairs.
    if (i < first + taps) {
      a += history[i] * table[w];
      b += history[i + 1] * table[w + 1];
    }
    return a + b + (c + d);
  }

  private discard(firstNeeded: number): void {
    const drop = Math.min(firstNeeded - this.historyStart, this.historyLength);
    if (drop <= 0) return;
    this.history.copyWithin(0, drop, this.historyLength);
    this.historyLength -= drop;
    this.historyStart += drop;
  }
}

/** Row `p` holds the impulse response at phase p / (rows − 1), scaled to a gain of 1 at 0 Hz. */
function sincTable(rows: number, halfTaps: number, cutoff: number, beta: number): Float64Array {
  const taps = halfTaps * 2;
  const table = new Float64Array(rows * taps);
  for (let row = 0; row < rows; row++) {
    const phase = row / (rows - 1);
    let sum = 0;
    for (let i = 0; i < taps; i++) {
      const distance = i - halfTaps + 1 - phase;
      const x = Math.PI * cutoff * distance;
      const sinc = Math.abs(x) < 1e-12 ? 1 : Math.sin(x) / x;
      const value = sinc * kaiserAt(distance / halfTaps, beta);
      table[row * taps + i] = value;
      sum += value;
    }
    for (let i = 0; i < taps; i++) table[row * taps + i] /= sum;
  }
  return table;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
