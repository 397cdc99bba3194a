import { vertexOffset } from "@/lib/dsp/transform/interpolation";
import { FINGERPRINT_WORD_SECONDS } from "./fingerprint";
import { readFingerprint } from "./fingerprint-format";

/** This share of the shorter fingerprint must overlap with the other, or ten seconds of it. */
const OVERLAP_SHARE = 0.5;
const OVERLAP_MAX_WORDS = 250;
/** How much more a full overlap counts than none. */
const OVERLAP_BONUS = 0.1;
/** Bits of fewer words than these (1.4 s) may agree by chance, so their similarity is scaled down. */
const TRUSTED_WORDS = 36;

/** How two fingerprints match best. */
export type FingerprintMatch = {
  /** 0 = unrelated, 1 = identical: 1 − 2 · share of differing bits. The same recording from `SAME_RECORDING`. */
  similarity: number;
  /** How much later the common sound is in `a` than in `b`, to a few hundredths of a second. */
  offsetSeconds: number;
};

/**
 * Two fingerprints from this similarity are of one recording. Different hits of one drum reach 0.58. Sounds of three
 * seconds and more that were cut by 200 ms, turned down and encoded at 128 kbps stay above 0.66; shorter ones may not.
 */
export const SAME_RECORDING = 0.6;

/**
 * Compares two fingerprints, as `Fingerprinter.finish` gives them, at every offset and returns the best match. Bytes of
 * another format match nothing. Swapping the two negates the offset.
 */
export function matchFingerprints(a: Uint8Array, b: Uint8Array): FingerprintMatch {
  const left = readFingerprint(a).words;
  const right = readFingerprint(b).words;
  const shorter = Math.min(left.length, right.length);
  const needed = Math.max(1, Math.min(OVERLAP_MAX_WORDS, Math.ceil(shorter * OVERLAP_SHARE)));
  let best = 0;
  let bestScore = 0;
  let bestOffset = 0;
  for (let offset = needed - right.length; offset <= left.length - needed; offset++) {
    const similarity = similarityAt(left, right, offset);
    const overlap = Math.min(right.length, left.length - offset) - Math.max(0, -offset);
    // What repeats matches at several offsets; of equal ones the offset that explains the most wins.
    const score = similarity * (1 + (OVERLAP_BONUS * overlap) / shorter);
    if (score > bestScore) {
      best = similarity;
      bestScore = score;
      bestOffset = offset;
    }
  }
  if (best === 0) return { similarity: 0, offsetSeconds: 0 };
  return { similarity: best, offsetSeconds: refined(left, right, bestOffset, best) * FINGERPRINT_WORD_SECONDS };
}

/** Similarity if `left[i + offset]` is compared with `right[i]`. Silence against silence does not count. */
export function similarityAt(left: Uint32Array, right: Uint32Array, offset: number): number {
  let differing = 0;
  let compared = 0;
  const to = Math.min(right.length, left.length - offset);
  for (let i = Math.max(0, -offset); i < to; i++) {
    const l = left[i + offset];
    const r = right[i];
    if (l === 0 && r === 0) continue;
    // Silence against sound counts as half of the bits, as chance would have it: its zeros are no signs to compare.
    differing += l === 0 || r === 0 ? 16 : ones(l ^ r);
    compared++;
  }
  if (compared === 0) return 0;
  return Math.max(0, 1 - (2 * differing) / (32 * compared)) * Math.min(1, Math.sqrt(compared / TRUSTED_WORDS));
}

/** Offset to a fraction of a word: the vertex of the parabola through the neighbours. */
function refined(left: Uint32Array, right: Uint32Array, offset: number, best: number): number {
  const before = similarityAt(left, right, offset - 1);
  const after = similarityAt(left, right, offset + 1);
  return offset + Math.max(-0.5, Math.min(0.5, vertexOffset(before, best, after)));
}

/** Number of bits that are 1. */
function ones(x: number): number {
  let bits = x - ((x >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
