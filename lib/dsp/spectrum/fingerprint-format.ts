import { readSoundPrint, type SoundPrint } from "./sound-print";

/** First byte of a fingerprint. */
export const FINGERPRINT_FORMAT = 3;
/** Has the same words as the present one, and nothing else. */
const WORDS_ONLY_FORMAT = 2;
const HEAD_BYTES = 3;
const WORD_BYTES = 4;

export interface Fingerprint {
  /** One word for 40 ms of the first minute; 0 for silence. */
  words: Uint32Array;
  /** The beginning of the sound. Null in the older format, and where too little sounds. */
  print: SoundPrint | null;
}

/** The format, the number of words (two bytes), the words, the print; all low byte first. */
export function packFingerprint(words: Uint32Array, print: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES + WORD_BYTES * words.length + print.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = FINGERPRINT_FORMAT;
  view.setUint16(1, words.length, true);
  words.forEach((word, i) => {
    view.setUint32(HEAD_BYTES + WORD_BYTES * i, word, true);
  });
  bytes.set(print, HEAD_BYTES + WORD_BYTES * words.length);
  return bytes;
}

/** Bytes of an unknown format, or damaged ones, have no words and no print. */
export function readFingerprint(bytes: Uint8Array): Fingerprint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wordsFrom = (start: number, count: number) =>
    Uint32Array.from({ length: count }, (_, i) => view.getUint32(start + WORD_BYTES * i, true));
  if (bytes[0] === WORDS_ONLY_FORMAT && (bytes.length - 1) % WORD_BYTES === 0)
    return { words: wordsFrom(1, (bytes.length - 1) / WORD_BYTES), print: null };
  const count = bytes[0] === FINGERPRINT_FORMAT && bytes.length >= HEAD_BYTES ? view.getUint16(1, true) : null;
  const end = HEAD_BYTES + WORD_BYTES * (count ?? 0);
  if (count === null || bytes.length < end) return { words: new Uint32Array(0), print: null };
  return { words: wordsFrom(HEAD_BYTES, count), print: readSoundPrint(bytes.subarray(end)) };
}
