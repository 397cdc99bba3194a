import { SparseBank } from "./filter-bank";

/** Bits of a word: differences of 33 bands' neighbours. */
const WORD_BITS = 32;
const BANDS = WORD_BITS + 1;
const LOW_HZ = 300;
const HIGH_HZ = 3400;
/** Frames of 10 ms to a block; one word a block. */
const FRAMES_PER_BLOCK = 4;
export const FINGERPRINT_WORD_SECONDS = FRAMES_PER_BLOCK / 100;
/** Blocks averaged for a word, and how much earlier the ones are that they are compared with. */
const BLOCKS_PER_WORD = 8;
const LAG_BLOCKS = 6;
/** One minute identifies a recording. */
const MAX_WORDS = 1500;
/** Mean power a band below which a word says nothing: about −90 dBFS. */
const SILENCE_POWER = 1e-10;
export const FINGERPRINT_FORMAT = 2;

/**
 * Fingerprint of a stream of power spectra, 100 a second: per 40 ms one word of 32 signs, each of the change over time
 * of the difference between neighbouring bands from 300 to 3400 Hz. Gain drops out, and what an encoder leaves out
 * lies elsewhere. Haitsma & Kalker, "A highly robust audio fingerprinting system", ISMIR 2002, with coarser steps.
 */
export class Fingerprinter {
  private readonly bank: SparseBank;
  private readonly bandPower = new Float64Array(BANDS);
  private readonly block = new Float64Array(BANDS);
  private readonly recent: Float64Array[];
  private readonly words = new Uint32Array(MAX_WORDS);
  private count = 0;
  private blocks = 0;
  private frames = 0;

  constructor(sampleRateHz: number, fftSize: number) {
    this.bank = bandBank(sampleRateHz / fftSize);
    this.recent = Array.from({ length: BLOCKS_PER_WORD + LAG_BLOCKS }, () => new Float64Array(BANDS));
  }

  push(power: Float64Array): void {
    if (this.count === MAX_WORDS) return;
    const { block, bandPower } = this;
    this.bank.apply(power, bandPower);
    for (let b = 0; b < BANDS; b++) block[b] += bandPower[b];
    if (++this.frames === FRAMES_PER_BLOCK) this.closeBlock();
  }

  /** A format byte, then the words, low byte first. Null where nothing sounds or less than 40 ms does. */
  finish(): Uint8Array | null {
    if (this.frames > 0 && this.count < MAX_WORDS) this.closeBlock();
    const words = this.words.subarray(0, this.count);
    if (!words.some((word) => word !== 0)) return null;
    const bytes = new Uint8Array(1 + 4 * words.length);
    bytes[0] = FINGERPRINT_FORMAT;
    const view = new DataView(bytes.buffer);
    words.forEach((word, i) => {
      view.setUint32(1 + 4 * i, word, true);
    });
    return bytes;
  }

  private closeBlock(): void {
    const { recent, block } = this;
    const newest = recent[this.blocks % recent.length];
    for (let b = 0; b < BANDS; b++) {
      newest[b] = Math.sqrt(block[b] / this.frames);
      block[b] = 0;
    }
    this.frames = 0;
    this.blocks++;
    this.words[this.count++] = this.word();
  }

  /** 0 for silence, which matches nothing. */
  private word(): number {
    let word = 0;
    let previous = this.change(0);
    let level = 0;
    for (let b = 0; b < WORD_BITS; b++) {
      const next = this.change(b + 1);
      if (previous > next) word |= 1 << b;
      previous = next;
      level = Math.max(level, this.recent[(this.blocks - 1) % this.recent.length][b]);
    }
    return level * level < SILENCE_POWER ? 0 : word >>> 0;
  }

  /** Mean amplitude of a band over the newest blocks less that of the oldest. */
  private change(band: number): number {
    const { recent, blocks } = this;
    let sum = 0;
    for (let age = 0; age < BLOCKS_PER_WORD; age++) {
      sum += recent[(blocks - 1 - age + recent.length * 2) % recent.length][band];
      sum -= recent[(blocks - 1 - age - LAG_BLOCKS + recent.length * 2) % recent.length][band];
    }
    return sum;
  }
}

/** Logarithmic bands of rectangular shape, each at least one bin wide. */
function bandBank(binHz: number): SparseBank {
  const edge = (b: number) => (LOW_HZ * (HIGH_HZ / LOW_HZ) ** (b / BANDS)) / binHz;
  return new SparseBank(
    Array.from({ length: BANDS }, (_, b) => {
      const [from, to] = [edge(b), edge(b + 1)];
      const start = Math.floor(from);
      const weights: number[] = [];
      for (let k = start; k < to; k++) {
        weights.push(Math.max(0, Math.min(k + 1, to) - Math.max(k, from)) / (to - from));
      }
      return { start, weights };
    }),
  );
}
