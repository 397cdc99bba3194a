import { FINGERPRINT_WORD_SECONDS } from "./fingerprint";
import type { Fingerprint } from "./fingerprint-format";
import { SAME_RECORDING, similarityAt } from "./fingerprint-match";
import { matchPrints, type PrintMatch } from "./sound-print-match";

const FRAMES_PER_SECOND = 100;
const FRAMES_PER_WORD = FINGERPRINT_WORD_SECONDS * FRAMES_PER_SECOND;

/** What a copy may have lost at its ends, whatever its length, and in proportion to it. */
const LOST_SECONDS = 0.35;
const LOST_SHARE = 0.1;
/** How far apart the beginnings of two long sounds may be: a fade or a breath may sound in one of them only. */
const LONG_OFFSET_FRAMES = 100;
/** An encoder at 128 kbps changes noisy sounds by 0.6 dB; different recordings differ by 1.1 dB and more. */
const MOST_DIFFERENCE_DB = 0.75;
/**
 * It changes a low, smooth sound by 0.1 dB at most, and there kicks of one synthesiser differ by 0.24 dB and more, two
 * strokes of one drum by 0.18. So the more of a sound is low, the more exactly two must agree.
 */
const LOW_DIFFERENCE_DB = 0.15;
const DIFFERENCE_DB_PER_HIGH_SHARE = 1.5;
/** A mean over few frames is less certain: this, divided by their number, is added. */
const DIFFERENCE_DB_FRAMES = 0.5;
/** So few frames in common must agree better. */
const FEW_FRAMES = 8;
const FEW_DIFFERENCE_DB = 0.5;
/** Words around the offset that the prints have found. */
const WORDS_AROUND = 25;
/** Two seconds. Every such part that sounds throughout must be alike at least so much. */
const PART_WORDS = 50;
const PART_SIMILARITY = 0.35;

/** A fingerprint and the length of the file that it is of. */
export interface Recording {
  fingerprint: Fingerprint;
  seconds: number;
}

/**
 * Whether two files are one recording as a whole: the same but for an encoder, a gain, and up to 0.35 s or a tenth cut
 * off. Returns how alike they are, 0–1, or null if they are not. A part is not the same as the whole.
 */
export function matchRecordings(a: Recording, b: Recording): number | null {
  const [left, right] = [a.fingerprint, b.fingerprint];
  if (!left.print || !right.print) return null;
  const longer = Math.max(a.seconds, b.seconds);
  const lostSeconds = Math.max(LOST_SECONDS, LOST_SHARE * longer);
  const areShort = left.print.isWhole && right.print.isWhole;
  // Silence at the ends of a file is no part of a short sound, whose own length is known.
  if (!areShort && Math.abs(a.seconds - b.seconds) > lostSeconds) return null;
  const maxMissingFrames = Math.round(
    Math.max(LOST_SECONDS, (LOST_SHARE * Math.max(left.print.frames, right.print.frames)) / FRAMES_PER_SECOND) *
      FRAMES_PER_SECOND,
  );
  const maxOffsetFrames = areShort ? maxMissingFrames : LONG_OFFSET_FRAMES;
  const match = matchPrints(left.print, right.print, { maxOffsetFrames, maxMissingFrames });
  if (!agree(match)) return null;
  const likeness = 1 - match.differenceDb / 12;
  if (areShort) return likeness;
  const whole = wordSimilarity(left.words, right.words, match.offsetFrames);
  return whole >= SAME_RECORDING ? Math.min(likeness, whole) : null;
}

function agree({ differenceDb, strongDifferenceDb, highShare, frames }: PrintMatch): boolean {
  if (differenceDb > (frames < FEW_FRAMES ? FEW_DIFFERENCE_DB : MOST_DIFFERENCE_DB)) return false;
  const lowLimit = LOW_DIFFERENCE_DB + DIFFERENCE_DB_FRAMES / frames;
  return strongDifferenceDb <= Math.min(MOST_DIFFERENCE_DB, lowLimit + DIFFERENCE_DB_PER_HIGH_SHARE * highShare);
}

/**
 * Of all words, where the prints agree; 0 if a part disagrees, such as the rest of two songs with one beginning. Words
 * count from the beginning of the file, prints from that of the sound.
 */
function wordSimilarity(left: Uint32Array, right: Uint32Array, offsetFrames: number): number {
  const first = (words: Uint32Array) => words.findIndex((word) => word !== 0);
  const around = first(left) - first(right) + Math.round(offsetFrames / FRAMES_PER_WORD);
  let best = 0;
  let bestOffset = around;
  for (let offset = around - WORDS_AROUND; offset <= around + WORDS_AROUND; offset++) {
    const similarity = similarityAt(left, right, offset);
    if (similarity > best) [best, bestOffset] = [similarity, offset];
  }
  return partsAgree(left, right, bestOffset) ? best : 0;
}

function partsAgree(left: Uint32Array, right: Uint32Array, offset: number): boolean {
  const from = Math.max(0, -offset);
  const to = Math.min(right.length, left.length - offset);
  // Half over each other, and the last one up to the end.
  for (let next = from; next + PART_WORDS / 2 < to; next += PART_WORDS / 2) {
    const at = Math.max(from, Math.min(next, to - PART_WORDS));
    const rightPart = right.subarray(at, at + PART_WORDS);
    const leftPart = left.subarray(at + offset, at + offset + PART_WORDS);
    const sounds = leftPart.every((word, i) => word !== 0 && rightPart[i] !== 0);
    if (sounds && similarityAt(leftPart, rightPart, 0) < PART_SIMILARITY) return false;
  }
  return true;
}
