import type { WrittenKey } from "./key-text";
import { type KeyLike, TONICS } from "./keys";
import { isRelative, pitchClass } from "./notation";

/** How what is measured stands to what somebody wrote. */
export type TempoRelation = "same" | "half" | "double" | "two_thirds" | "three_halves" | "other";
export type KeyRelation = "same" | "relative" | "parallel" | "neighbour" | "other";
export type NoteRelation = "same" | "other_octave" | "other";

/** Written tempos are whole numbers more often than not, and measured ones drift. */
const TEMPO_TOLERANCE = 0.01;

const TEMPO_RATIOS = [
  ["same", 1],
  ["half", 1 / 2],
  ["double", 2],
  ["two_thirds", 2 / 3],
  ["three_halves", 3 / 2],
] as const;

/** Both in beats per minute. Octaves of a tempo are the same music counted differently, so they are told apart from errors. */
export function compareTempo(written: number, measured: number): TempoRelation {
  const ratio = measured / written;
  const found = TEMPO_RATIOS.find(([, wanted]) => Math.abs(ratio / wanted - 1) <= TEMPO_TOLERANCE);
  return found?.[0] ?? "other";
}

/** A written key without a mode is the same as either mode of its note. */
export function compareKey(written: WrittenKey, measured: KeyLike): KeyRelation {
  const tonic = pitchClass(measured.tonic);
  if (written.mode === null) return written.tonic === tonic ? "same" : "other";
  const key = { tonic: written.tonic, mode: written.mode };
  if (key.tonic === tonic) return key.mode === measured.mode ? "same" : "parallel";
  if (isRelative(key, measured)) return "relative";
  const semitones = (tonic - key.tonic + 12) % 12;
  return key.mode === measured.mode && (semitones === 5 || semitones === 7) ? "neighbour" : "other";
}

/** Two MIDI note numbers. */
export function compareNote(written: number, measured: number): NoteRelation {
  if (written === measured) return "same";
  return (written - measured) % 12 === 0 ? "other_octave" : "other";
}

/** A MIDI note number as records spell it: 60 is `C4`. */
export function noteOfMidi(midi: number): string {
  return `${TONICS[midi % 12] ?? "C"}${Math.floor(midi / 12) - 1}`;
}

/** The MIDI note number of a note as records spell it, such as `F#1`. Null if it is none. */
export function midiOfNote(note: string): number | null {
  const match = /^([A-G]#?)(-?\d+)$/.exec(note);
  const names: readonly string[] = TONICS;
  const tonic = names.indexOf(match?.[1] ?? "");
  return match && tonic >= 0 ? (Number(match[2]) + 1) * 12 + tonic : null;
}
