import { writeDecimal } from "@/lib/format/decimal";
import { ENGLISH, type Text } from "@/lib/language/text";
import type { KeyNotation } from "./key-notations";
import { type KeyLike, TONICS, type Tonic } from "./keys";

// Each key is spelled with the fewest accidentals in its signature, as a musician writes it.
const MAJOR_NAMES = ["C", "D♭", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"] as const;
const MINOR_NAMES = ["C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "G♯", "A", "B♭", "B"] as const;

/** A number with a true minus sign. It is rounded before the sign is written, so that −0.04 is `0.0` and not `−0.0`. */
export function formatDecimal(value: number, places: number, t: Text = ENGLISH): string {
  return writeDecimal(Number(value.toFixed(places)), places, t).replace("-", "−");
}

/** The pitch class, 0–11. Any number of semitones is folded into one octave. */
export function pitchClass(tonic: Tonic): number {
  const semitones = typeof tonic === "number" ? Math.round(tonic) : TONICS.indexOf(tonic);
  return ((semitones % 12) + 12) % 12;
}

/** `F♯ minor`, `B♭ major`; in German `F♯-Moll`, with the letters that programs for music have everywhere. */
export function formatKey(key: KeyLike, t: Text = ENGLISH): string {
  const values = { tonic: tonicName(key) };
  return key.mode === "major" ? t("{tonic} major", values) : t("{tonic} minor", values);
}

const tonicName = ({ tonic, mode }: KeyLike): string =>
  (mode === "major" ? MAJOR_NAMES : MINOR_NAMES)[pitchClass(tonic)] ?? "";

/** Whether two keys are relatives: major and minor with the same key signature. */
export function isRelative(a: KeyLike, b: KeyLike): boolean {
  return a.mode !== b.mode && camelotHour(a) === camelotHour(b);
}

/** The record's `F#1` as a musician writes it: `F♯1`. */
export function formatNote(note: string): string {
  return note.replace("#", "♯").replace("-", "−");
}

function camelotHour({ tonic, mode }: KeyLike): number {
  const relativeMajor = mode === "major" ? pitchClass(tonic) : (pitchClass(tonic) + 3) % 12;
  return ((relativeMajor * 7 + 7) % 12) + 1;
}

/** Camelot wheel: C major `8B`, A minor `8A`. */
export function formatCamelot(key: KeyLike): string {
  return `${camelotHour(key)}${key.mode === "major" ? "B" : "A"}`;
}

/** Open Key wheel: C major `1d`, A minor `1m`. */
export function formatOpenKey(key: KeyLike): string {
  return `${((camelotHour(key) + 4) % 12) + 1}${key.mode === "major" ? "d" : "m"}`;
}

/** `F♯m`, `B♭`: in as few characters as musicians write it. */
function formatShortKey(key: KeyLike): string {
  return key.mode === "major" ? tonicName(key) : `${tonicName(key)}m`;
}

const WRITERS: Readonly<Record<KeyNotation, (key: KeyLike, t: Text) => string>> = {
  musical: formatKey,
  short: formatShortKey,
  camelot: formatCamelot,
  "open-key": formatOpenKey,
};

/** A key in the notation that somebody has chosen. */
export function writeKey(key: KeyLike, notation: KeyNotation, t: Text = ENGLISH): string {
  return WRITERS[notation](key, t);
}

/** What stands beside it in smaller type: the place on the wheel beside a name, the name beside a place. */
export function writeKeyBeside(key: KeyLike, notation: KeyNotation, t: Text = ENGLISH): string {
  return notation === "camelot" || notation === "open-key" ? formatKey(key, t) : formatCamelot(key);
}

/** A key where there is little room: nothing is shorter than a place on a wheel. */
export function writeNarrowKey(key: KeyLike, notation: KeyNotation, t: Text = ENGLISH): string {
  return writeKey(key, notation === "musical" ? "short" : notation, t);
}

/** Beats per minute with one decimal place: `128.0`. */
export function formatBpm(bpm: number, t: Text = ENGLISH): string {
  return formatDecimal(bpm, 1, t);
}

/** A level without its unit, with one decimal place and a true minus sign: `−14.2`. Silence is `−∞`. */
export function formatLevel(level: number, t: Text = ENGLISH): string {
  return level === Number.NEGATIVE_INFINITY ? "−∞" : formatDecimal(level, 1, t);
}

/** `−14.2 LUFS`. */
export function formatLufs(lufs: number, t: Text = ENGLISH): string {
  return `${formatLevel(lufs, t)} LUFS`;
}

/** `440 Hz`, `2.41 kHz`. */
export function formatHertz(hertz: number, t: Text = ENGLISH): string {
  return hertz < 1000 ? `${formatDecimal(hertz, 0, t)} Hz` : `${formatDecimal(hertz / 1000, 2, t)} kHz`;
}

/** A score of 0–1 as a whole percentage: `82%`. */
export function formatPercent(score: number, t: Text = ENGLISH): string {
  return t("{percent}%", { percent: Math.round(Math.min(1, Math.max(0, score)) * 100) });
}
