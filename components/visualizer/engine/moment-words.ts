import type { Piece } from "./piece";
import type { Frame } from "./scene";
import { chordName, listed, type Words } from "./words";

/** Where the energy is. */
export function bandWords({ low, mid, high, level }: Frame, t: Words): string {
  if (level < 0.02) return t("nothing sounds");
  const bands = [
    { name: t("[band] bass"), value: low },
    { name: t("[band] middle"), value: mid },
    { name: t("[band] treble"), value: high },
  ].toSorted((a, b) => b.value - a.value);
  const [first, second] = bands as [(typeof bands)[number], (typeof bands)[number]];
  return second.value > first.value * 0.8
    ? listed([first.name, second.name], t)
    : t("mostly {band}", { band: first.name });
}

/** Section and chord of this moment, and which section comes next; empty where none was found. */
export function placeWords(piece: Piece, frame: Frame, t: Words): string[] {
  const words: string[] = [];
  const section = piece.sections[frame.section];
  const chord = piece.chords[frame.chord];
  const next = piece.sections[frame.section + 1];
  if (chord) words.push(t("Chord {chord}.", { chord: chordName(chord, piece.key, t) }));
  if (section) {
    const { label } = section;
    words.push(
      next
        ? t("Section {label}, then {next}.", { label, next: next.label })
        : t("Section {label}, the last.", { label }),
    );
  }
  return words;
}
