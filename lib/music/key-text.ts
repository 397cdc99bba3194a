import { type KeyLike, TONICS } from "./keys";

/** A key as people write it. The mode is null where only a note is written ("F#"). */
export interface WrittenKey {
  /** 0 = C … 11 = B. */
  tonic: number;
  mode: "major" | "minor" | null;
}

const LETTERS: Readonly<Record<string, number>> = { c: 0, d: 2, e: 4, f: 5, g: 7, a: 9, b: 11 };
const ACCIDENTALS: Readonly<Record<string, number>> = { "": 0, "#": 1, "♯": 1, b: -1, "♭": -1, "♮": 0 };

const NOTE_AND_MODE = /^([a-g])(#|♯|♭|♮|b|sharp|flat|)[ _-]*(major|minor|maj|min|moll|dur|m|)$/i;
const WHEEL = /^(1[0-2]|0?[1-9])([abdm])$/i;

/**
 * Reads a key in musical ("F#m", "B♭ major", "Amin"), Camelot ("8A") or Open Key ("1m") notation.
 * A capital M alone ("CM") means major, as jazz charts write it. Returns null for anything else.
 */
export function parseKey(text: string): WrittenKey | null {
  const trimmed = text.trim();
  return parseWheelKey(trimmed) ?? parseNamedKey(trimmed);
}

function parseNamedKey(text: string): WrittenKey | null {
  const match = NOTE_AND_MODE.exec(text);
  if (!match) return null;
  const [, letter = "", accidental = "", mode = ""] = match;
  const base = LETTERS[letter.toLowerCase()];
  if (base === undefined) return null;
  return { tonic: (base + accidentalOf(accidental) + 12) % 12, mode: modeOf(mode) };
}

function accidentalOf(text: string): number {
  const word = text.toLowerCase();
  if (word === "sharp") return 1;
  if (word === "flat") return -1;
  return ACCIDENTALS[word] ?? 0;
}

function modeOf(text: string): WrittenKey["mode"] {
  if (text === "M") return "major";
  const word = text.toLowerCase();
  if (word === "") return null;
  return word.startsWith("maj") || word === "dur" ? "major" : "minor";
}

/** Camelot: A minor is 8A, C major 8B. Open Key: A minor is 1m, C major 1d. Both step by fifths. */
function parseWheelKey(text: string): WrittenKey | null {
  const match = WHEEL.exec(text);
  if (!match) return null;
  const hour = Number(match[1]);
  const letter = (match[2] ?? "").toLowerCase();
  const isOpenKey = letter === "d" || letter === "m";
  const fifths = isOpenKey ? hour - 1 : hour - 8;
  const major = (((fifths * 7) % 12) + 12) % 12;
  const isMinor = letter === "a" || letter === "m";
  return { tonic: isMinor ? (major + 9) % 12 : major, mode: isMinor ? "minor" : "major" };
}

/** The keys that mix well with one: itself, its neighbours on the circle of fifths, and its relative. */
export function neighbouringKeys(key: KeyLike): { tonic: number; mode: "major" | "minor" }[] {
  const tonic = typeof key.tonic === "number" ? key.tonic : TONICS.indexOf(key.tonic);
  const relative = key.mode === "major" ? tonic + 9 : tonic + 3;
  const other = key.mode === "major" ? "minor" : "major";
  return [
    { tonic, mode: key.mode },
    { tonic: (tonic + 7) % 12, mode: key.mode },
    { tonic: (tonic + 5) % 12, mode: key.mode },
    { tonic: relative % 12, mode: other },
  ];
}
