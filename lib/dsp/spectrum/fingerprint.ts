import { SparseBank } from "./filter-bank";
import { packFingerprint } from "./fingerprint-format";
import { SoundPrinter } from "./sound-print";

/** One bit for each pair of neighbours among 33 bands. */
const WORD_BITS = 32;
const BANDS = WORD_BITS + 1;
const LOW_HZ = 300;
const HIGH_HZ = 3400;
/** Frames of 10 ms in a block. Each block gives a word. */
const FRAMES_PER_BLOCK = 4;
/** Time from one word to the next. */
export const FINGERPRINT_WORD_SECONDS = FRAMES_PER_BLOCK / 100;
/** Blocks that are averaged for a word, and how much earlier those are that they are compared with. */
const BLOCKS_PER_WORD = 8;
const LAG_BLOCKS = 6;
/** One minute is enough to identify a recording. */
const MAX_WORDS = 1500;
/** A word says nothing if no band has more mean power than this: about −90 dBFS. */
const SILENCE_POWER = 1e-10;
/** A difference of less than this share of the loudest band is rounding, which versions of Node disagree about. */
const ROUNDING_SHARE = 1e-9;
/**
 * Fingerprint of a stream of power spectra, 100 a second. Every 40 ms give a word of 32 bits: the signs of how the
 * differences between neighbouring bands from 300 to 3400 Hz change over time. A gain drops out, and what an encoder
 * leaves out lies elsewhere. Haitsma & Kalker, "A highly robust audio fingerprinting system", ISMIR 2002, with coarser
 * steps. Compare two of them with `matchFingerprints`. With them goes a `SoundPrint` of the beginning, for sounds that
 * are too short for words: `matchRecordings` reads both.
 */
export class Fingerprinter {
  private readonly bank: SparseBank;
  private readonly printer: SoundPrinter;
  private readonly bandPower = new Float64Array(BANDS);
  private readonly block = new Float64Array(BANDS);
  private readonly recent: Float64Array[];
  private readonly words = new Uint32Array(MAX_WORDS);
  private count = 0;
  private blocks = 0;
  private frames = 0;

  constructor(sampleRateHz: number, fftSize: number) {
    this.bank = bandBank(sampleRateHz / fftSize);
    this.printer = new SoundPrinter(sampleRateHz, fftSize);
    this.recent = Array.from({ length: BLOCKS_PER_WORD + LAG_BLOCKS }, () => new Float64Array(BANDS));
  }

  /** One power spectrum of `fftSize / 2 + 1` bins. */
  push(power: Float64Array): void {
    this.printer.push(power);
    if (this.count === MAX_WORDS) return;
    const { block, bandPower } = this;
    this.bank.apply(power, bandPower);
    for (let b = 0; b < BANDS; b++) block[b] += bandPower[b];
    if (++this.frames === FRAMES_PER_BLOCK) this.closeBlock();
  }

  /** At most 1500 words and the print, as `readFingerprint` reads them. Returns null if nothing sounds. */
  finish(): Uint8Array | null {
    if (this.frames > 0 && this.count < MAX_WORDS) this.closeBlock();
    const words = this.words.subarray(0, this.count);
    const print = this.printer.finish();
    if (print.length === 0 && !words.some((word) => word !== 0)) return null;
    return packFingerprint(words, print);
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

  /** The word of the newest block; 0 for silence, which matches nothing. */
  private word(): number {
    let word = 0;
    const level = Math.max(...this.recent[(this.blocks - 1) % this.recent.length]);
    let previous = this.change(0);
    for (let b = 0; b < WORD_BITS; b++) {
      const next = this.change(b + 1);
      if (previous - next > ROUNDING_SHARE * level) word |= 1 << b;
      previous = next;
    }
    return level * level < SILENCE_POWER ? 0 : word >>> 0;
  }

  /** Amplitude of a band summed over the newest blocks, less that over the earlier ones. */
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

/** Rectangular bands, equally wide on a logarithmic axis. Their edges may lie within bins. */
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
