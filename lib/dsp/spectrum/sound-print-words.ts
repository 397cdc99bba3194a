import { PRINT_BANDS, type SoundPrint, STEPS_PER_DB } from "./sound-print";

/** A word is made of a frame and the one 30 ms after it. */
const SECOND_FRAME = 3;
const WORD_BITS = 32;
/** What is further below the loudest of the two frames may be left out by an encoder. */
const HEARD_STEPS = 40 * STEPS_PER_DB;
/** Kept of a sound, whatever its length. */
const STORED_WORDS = 32;
/** Asked about: at most so many different ones. */
const ASKED_WORDS = 384;
/** The bits that are nearest to being the other way round: each is asked about both ways. */
const DOUBTFUL_BITS = 2;

/**
 * Each bit of a word is the sign of one sum over the levels of two frames, apart from their mean, with signs drawn at
 * random: what differs by little has most signs in common, whatever its gain (Charikar, "Similarity estimation
 * techniques from rounding algorithms", STOC 2002).
 */
const SIGNS = drawnSigns();

/** The words by which a sound can be found: the 32 with the smallest scrambled values, so that copies keep the same ones. */
export function storedWords(print: SoundPrint): number[] {
  const words = new Set<number>();
  eachWord(print, (word) => words.add(word));
  return [...words].sort((a, b) => scrambled(a) - scrambled(b)).slice(0, STORED_WORDS);
}

/** The words to look for: all of a sound's, and those that a small difference would have made of them. */
export function askedWords(print: SoundPrint): number[] {
  const words = new Set<number>();
  const doubtful = new Set<number>();
  eachWord(print, (word, weak) => {
    words.add(word);
    for (const bit of weak) doubtful.add((word ^ (1 << bit)) >>> 0);
  });
  return [...new Set([...words, ...doubtful])].slice(0, ASKED_WORDS);
}

function eachWord({ levels, frames }: SoundPrint, take: (word: number, weak: readonly number[]) => void): void {
  const size = 2 * PRINT_BANDS;
  const heard = new Float64Array(size);
  for (let t = 0; t + SECOND_FRAME < frames; t++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < size; i++) {
      heard[i] = levels[(t + (i < PRINT_BANDS ? 0 : SECOND_FRAME)) * PRINT_BANDS + (i % PRINT_BANDS)];
      most = Math.max(most, heard[i]);
    }
    let mean = 0;
    for (let i = 0; i < size; i++) {
      heard[i] = Math.max(heard[i], most - HEARD_STEPS);
      mean += heard[i] / size;
    }
    const sums = SIGNS.map((signs) => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += signs[i] * (heard[i] - mean);
      return sum;
    });
    const word = sums.reduce((bits, sum, bit) => (sum > 0 ? bits | (1 << bit) : bits), 0) >>> 0;
    const order = sums.map((_, bit) => bit).sort((x, y) => Math.abs(sums[x]) - Math.abs(sums[y]));
    take(word, order.slice(0, DOUBTFUL_BITS));
  }
}

function drawnSigns(): Int8Array[] {
  let state = 1;
  const draw = () => {
    state = scrambled(state + 0x9e3779b9);
    return state & 1 ? 1 : -1;
  };
  return Array.from({ length: WORD_BITS }, () => Int8Array.from({ length: 2 * PRINT_BANDS }, draw));
}

/** A number of 32 bits to another that looks unrelated, one to one (the finaliser of MurmurHash3). */
function scrambled(x: number): number {
  let h = x >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
