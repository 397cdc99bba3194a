import { FINGERPRINT_FORMAT, FINGERPRINT_WORD_SECONDS } from "./fingerprint";

/** Words that must overlap for a match, or all of the shorter fingerprint: half of it, at most ten seconds. */
const OVERLAP_SHARE = 0.5;
const OVERLAP_MAX_WORDS = 250;
const OVERLAP_BONUS = 0.1;
/** Bits of so few words agree by chance or likeness: similarity is scaled down below 1.4 s. */
const TRUSTED_WORDS = 36;

export type FingerprintMatch = {
  /** 0 = unrelated, 1 = identical: 1 − 2 · share of differing bits. From 0.6 on it is the same recording. */
  similarity: number;
  /** How much later the common sound begins in `a` than in `b`, to a few hundredths of a second. */
  offsetSeconds: number;
};

/**
 * Similarity from which two fingerprints are of one recording. Hits of one drum come up to 0.58; sounds of three seconds
 * and more, cut by 200 ms, turned down and encoded at 128 kbps, stay above 0.66. Shorter ones may fall below.
 */
export const SAME_RECORDING = 0.6;

/** Compares two stored fingerprints at every offset and gives the best. Unreadable ones match nothing. */
export function matchFingerprints(a: Uint8Array, b: Uint8Array): FingerprintMatch {
  const left = words(a);
  const right = words(b);
  const shorter = Math.min(left.length, right.length);
  const needed = Math.max(1, Math.min(OVERLAP_MAX_WORDS, Math.ceil(shorter * OVERLAP_SHARE)));
  let best = 0;
  let bestScore = 0;
  let bestOffset = 0;
  for (let offset = needed - right.length; offset <= left.length - needed; offset++) {
    const similarity = similarityAt(left, right, offset);
    const overlap = Math.min(right.length, left.length - offset) - Math.max(0, -offset);
    // What repeats matches at several offsets: of equals, the one that explains most.
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

function words(bytes: Uint8Array): Uint32Array {
  if (bytes[0] !== FINGERPRINT_FORMAT || (bytes.length - 1) % 4 !== 0) return new Uint32Array(0);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: (bytes.length - 1) / 4 }, (_, i) => view.getUint32(1 + 4 * i, true));
}

/** Similarity where `left[i + offset]` stands against `right[i]`; silence against silence is left out. */
function similarityAt(left: Uint32Array, right: Uint32Array, offset: number): number {
  let differing = 0;
  let compared = 0;
  const to = Math.min(right.length, left.length - offset);
  for (let i = Math.max(0, -offset); i < to; i++) {
    const l = left[i + offset];
    const r = right[i];
    if (l === 0 && r === 0) continue;
    // Silence against sound agrees in half of its bits, as chance would have it, and not in those that are 0.
    differing += l === 0 || r === 0 ? 16 : ones(l ^ r);
    compared++;
  }
  if (compared === 0) return 0;
  return Math.max(0, 1 - (2 * differing) / (32 * compared)) * Math.min(1, Math.sqrt(compared / TRUSTED_WORDS));
}

/** Offset in words with a fraction: the vertex of a parabola through the neighbours. */
function refined(left: Uint32Array, right: Uint32Array, offset: number, best: number): number {
  const before = similarityAt(left, right, offset - 1);
  const after = similarityAt(left, right, offset + 1);
  const curve = before - 2 * best + after;
  return curve < 0 ? offset + Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / curve)) : offset;
}

function ones(x: number): number {
  let bits = x - ((x >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
