import type { Piece } from "./piece";
import type { Frame } from "./scene";

const NAMES = ["C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"];

export const chordWords = (root: number, quality: "major" | "minor"): string =>
  `${NAMES[((root % 12) + 12) % 12]} ${quality}`;

/** `0:04`, `1:02:03`; `0.35 s` of what is shorter than ten seconds. */
export function timeWords(seconds: number, durationSeconds: number): string {
  if (durationSeconds < 10) return `${Math.max(0, seconds).toFixed(2)} s`;
  const whole = Math.max(0, Math.floor(seconds + 0.005));
  const pad = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

/** How loud it is, compared with the loudest moment of the piece. */
export function levelWords(level: number): string {
  if (level < 0.02) return "silent";
  if (level < 0.25) return "quiet";
  return level < 0.65 ? "of middle loudness" : "loud";
}

/** Where the energy is. */
export function bandWords({ low, mid, high, level }: Frame): string {
  if (level < 0.02) return "nothing sounds";
  const bands = [
    { name: "bass", value: low },
    { name: "middle", value: mid },
    { name: "treble", value: high },
  ].toSorted((a, b) => b.value - a.value);
  const [first, second] = bands as [(typeof bands)[number], (typeof bands)[number]];
  return second.value > first.value * 0.8 ? `${first.name} and ${second.name}` : `mostly ${first.name}`;
}

/** Section and chord of this moment, and which section comes next; empty where none was found. */
export function placeWords(piece: Piece, frame: Frame): string[] {
  const words: string[] = [];
  const section = piece.sections[frame.section];
  const chord = piece.chords[frame.chord];
  const next = piece.sections[frame.section + 1];
  if (chord) words.push(`Chord ${chordWords(chord.root, chord.quality)}.`);
  if (section) words.push(`Section ${section.label}${next ? `, then ${next.label}` : ", the last"}.`);
  return words;
}
