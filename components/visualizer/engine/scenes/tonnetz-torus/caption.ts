import type { Piece } from "@/components/visualizer/engine/piece";
import type { Frame } from "@/components/visualizer/engine/scene";
import { chordName, keyName, listed, noteNames, type Words } from "@/components/visualizer/engine/words";
import { TRIADS, triadIndex } from "./tonnetz";

const AUDIBLE = 0.35;
const NAMED_BEFORE = 3;
/** Where more notes than these are strong, as in noise, none is. */
const STRONGEST_MAX = 6;

/** What the torus shows now. */
export function tonnetzCaption(piece: Piece, frame: Frame, t: Words): string {
  const names = noteNames(piece.key);
  const sentences: string[] = [];
  const chord = piece.chords[frame.chord];
  if (chord) {
    const notes = TRIADS[triadIndex(chord)]?.notes.map((note) => names[note] ?? "") ?? [];
    sentences.push(
      t("{chord} sounds: the triangle of {notes} is lit.", {
        chord: chordName(chord, piece.key, t),
        notes: listed(notes, t),
      }),
    );
    const before = piece.chords.slice(Math.max(0, frame.chord - NAMED_BEFORE), frame.chord);
    if (before.length > 0) {
      const chords = listed(
        before.map((past) => chordName(past, piece.key, t)),
        t,
      );
      sentences.push(t("The trace comes from {chords}.", { chords }));
    }
  } else {
    sentences.push(
      piece.chords.length > 0 ? t("No chord sounds at this moment.") : t("No chords were found in this sound."),
    );
    const heard = names.filter((_, note) => (frame.chroma[note] ?? 0) > AUDIBLE);
    const isNamed = heard.length > 0 && heard.length <= STRONGEST_MAX;
    sentences.push(
      isNamed ? t("The strongest notes are {notes}.", { notes: listed(heard, t) }) : t("No note stands out."),
    );
  }
  sentences.push(
    piece.key
      ? t("The six chords of {key} are tinted.", { key: keyName(piece.key, t) })
      : t("No key was found, so no region is tinted."),
  );
  return sentences.join(" ");
}
