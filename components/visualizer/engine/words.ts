import type { Piece, PieceChord } from "./piece";

/** Writes the words of the engine in the language of the page. The application hands it in. */
export interface Words {
  (english: string, values?: Readonly<Record<string, string | number>>): string;
  language: string;
}

/** Marks words that the application translates where it shows them. */
export const msg = (english: string): string => english;

const MAJOR_NAMES = ["C", "D♭", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"];
const MINOR_NAMES = ["C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "G♯", "A", "B♭", "B"];
const SHARP_NAMES = ["C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"];
const FLAT_NAMES = ["C", "D♭", "D", "E♭", "E", "F", "G♭", "G", "A♭", "A", "B♭", "B"];
/** Major keys whose signatures have sharps: G, D, A, E, B, F♯. */
const SHARP_KEYS = [7, 2, 9, 4, 11, 6];

/** `F♯ minor`. */
export function keyName({ tonic, mode }: { tonic: number; mode: "major" | "minor" }, t: Words): string {
  return withMode((mode === "major" ? MAJOR_NAMES : MINOR_NAMES)[tonic] ?? "", mode, t);
}

const withMode = (tonic: string, mode: "major" | "minor", t: Words): string =>
  mode === "major" ? t("{tonic} major", { tonic }) : t("{tonic} minor", { tonic });

/** `A minor`, spelled as the key of the piece spells it. */
export function chordName(
  { root, quality }: Pick<PieceChord, "root" | "quality">,
  key: Piece["key"],
  t: Words,
): string {
  return withMode(noteNames(key)[root] ?? "", quality, t);
}

/** Names of the pitch classes from C: sharps or flats by the key. Without a key, those that are commonest. */
export function noteNames(key: Piece["key"]): readonly string[] {
  if (!key) return MAJOR_NAMES;
  const relativeMajor = key.mode === "major" ? key.tonic : (key.tonic + 3) % 12;
  if (relativeMajor === 0) return MAJOR_NAMES;
  return SHARP_KEYS.includes(relativeMajor) ? SHARP_NAMES : FLAT_NAMES;
}

/** `1:05`, or `1:02:05`, and `0.005 s` where minutes would say nothing. */
export function clock(seconds: number, t: Words): string {
  if (seconds > 0 && seconds < 1) return `${seconds.toLocaleString(t.language)} s`;
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** A number with one decimal place: `4.2`. */
export const toTheTenth = (value: number, t: Words): string =>
  value.toLocaleString(t.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** How loud a moment is beside the rest of the piece. */
export function loudnessWord(level: number, t: Words): string {
  if (level < 0.02) return t("[loudness] silent");
  if (level < 0.25) return t("[loudness] quiet");
  return level < 0.6 ? t("[loudness] of middle loudness") : t("[loudness] loud");
}

/** `A, C and E`. */
export function listed(words: readonly string[], t: Words): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : t("{words} and {last}", { words: words.slice(0, -1).join(", "), last });
}
