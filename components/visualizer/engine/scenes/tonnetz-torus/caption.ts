import type { Piece } from "@/components/visualizer/engine/piece";
import type { Frame } from "@/components/visualizer/engine/scene";
import { chordName, keyName, listed, noteNames } from "@/components/visualizer/engine/words";
import { TRIADS, triadIndex } from "./tonnetz";

const AUDIBLE = 0.35;
const NAMED_BEFORE = 3;
/** Where more notes than these are strong, as in noise, none is. */
const STRONGEST_MAX = 6;

/** What the torus shows now. */
export function tonnetzCaption(piece: Piece, frame: Frame): string {
  const names = noteNames(piece.key);
  const sentences: string[] = [];
  const chord = piece.chords[frame.chord];
  if (chord) {
    const notes = TRIADS[triadIndex(chord)]?.notes.map((note) => names[note] ?? "") ?? [];
    sentences.push(`${chordName(chord, piece.key)} sounds: the triangle of ${listed(notes)} is lit.`);
    const before = piece.chords.slice(Math.max(0, frame.chord - NAMED_BEFORE), frame.chord);
    if (before.length > 0) {
      sentences.push(`The trace comes from ${listed(before.map((past) => chordName(past, piece.key)))}.`);
    }
  } else {
    sentences.push(piece.chords.length > 0 ? "No chord sounds at this moment." : "No chords were found in this sound.");
    const heard = names.filter((_, note) => (frame.chroma[note] ?? 0) > AUDIBLE);
    const isNamed = heard.length > 0 && heard.length <= STRONGEST_MAX;
    sentences.push(isNamed ? `The strongest notes are ${listed(heard)}.` : "No note stands out.");
  }
  sentences.push(
    piece.key ? `The six chords of ${keyName(piece.key)} are tinted.` : "No key was found, so no region is tinted.",
  );
  return sentences.join(" ");
}
