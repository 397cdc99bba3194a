import { splitParts } from "@/lib/analysis/file-tags/name-words";

const ACCENTS = /[\u0300-\u036f]/g;
/** Letters that no accent is taken from, and their nearest neighbours. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  "♯": "#",
  "♭": "b",
};
/** As they are spelled where there is no key for them. */
const SPELLED_OUT: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
const EMOJI = /\p{Extended_Pictographic}/gu;
const LETTERS_JOINED = /^[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)+$/u;
const WORD_CHARACTERS_MAX = 64;

/** Lower case, and without accents: `Überläufer` → uberlaufer. Whatever is compared with it is folded in the same way. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .replace(/[ßæœøđðłþı♯♭]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFC");
}

/** A word in each spelling by which it is found: `Überläufer` → uberlaufer, ueberlaeufer. */
export function spellings(word: string): string[] {
  const short = word.slice(0, WORD_CHARACTERS_MAX).toWellFormed();
  const lower = short.toLowerCase().normalize("NFC");
  const spelledOut = lower.replace(/[äöüøå]/g, (letter) => SPELLED_OUT[letter] ?? letter);
  // Some characters become twenty. Postgres has no words of more than 2,046 bytes.
  const folded = [short, spelledOut].map((text) => fold(text).slice(0, WORD_CHARACTERS_MAX).toWellFormed());
  return [...new Set(folded)].filter((spelling) => spelling !== "");
}

/**
 * The singular of an English plural in its folded spelling; the word itself if it is none. Only endings are taken off
 * that leave the word whole, so that "organ" and "organic" stay two words.
 */
export function singular(word: string): string {
  if (word.length < 4 || !/^[a-z0-9]+s$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (/^[a-z]+ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|zzes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The words that were written as one, in their order, and the whole. */
interface WrittenTogether {
  words: string[];
  /** What they were written as, if it was more than one word: `Hard02`, `hi-hat` as `hihat`. */
  whole: string | null;
}

/**
 * Takes a text apart as musicians write it: at spaces, signs, capital letters and between letters and digits.
 * `KICK_808-Hard02` → KICK · 808 · Hard 02; `140bpm` → 140 bpm; `hi-hat` → hi hat. Emoji are words of their own.
 */
export function splitText(text: string): WrittenTogether[] {
  return text
    .replaceAll("\0", " ")
    .replace(EMOJI, " $& ")
    .split(/[\s_]+/)
    .flatMap((chunk): WrittenTogether[] => {
      if (chunk === "") return [];
      if (chunk.search(EMOJI) === 0) return [{ words: [chunk], whole: null }];
      const parts = splitParts(chunk);
      if (LETTERS_JOINED.test(chunk)) return [{ words: parts.flat(), whole: chunk.replaceAll("-", "") }];
      return parts.map((words) => ({ words, whole: words.length > 1 ? words.join("") : null }));
    });
}

/** The text folded and in the singular, if it is one word and was not put together from several; else null. */
export function singleWord(text: string): string | null {
  const [group, ...others] = splitText(text);
  return group && others.length === 0 && group.whole === null ? singular(fold(text.trim())) : null;
}

/**
 * The words of a text at their places, each in every form by which it is found: spelled in full and without accents, in
 * the singular, without leading zeros. What was written as one word is also found at the place of its first.
 */
export function wordsAtPlaces(text: string): string[][] {
  return splitText(text).flatMap(({ words, whole }) =>
    words.map((word, place) => [...new Set([...forms(word), ...(place === 0 && whole ? forms(whole) : [])])]),
  );
}

function forms(word: string): string[] {
  const spelled = spellings(word);
  return [...spelled, ...spelled.map(singular), ...spelled.map(withoutZeros)];
}

const withoutZeros = (word: string) => word.replace(/^0+(?=\d+$)/, "");
