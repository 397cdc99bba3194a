import type { Piece } from "./piece";
import type { Frame } from "./scene";
import { chordName } from "./words";

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
  if (chord) words.push(`Chord ${chordName(chord, piece.key)}.`);
  if (section) words.push(`Section ${section.label}${next ? `, then ${next.label}` : ", the last"}.`);
  return words;
}
