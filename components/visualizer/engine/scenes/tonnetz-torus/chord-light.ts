import { smoothStep } from "@/components/visualizer/engine/easing";
import type { PieceChord } from "@/components/visualizer/engine/piece";
import { TRIADS, TRIADS_COUNT, triadIndex } from "./tonnetz";

/** How far back a chord still leaves a trace. */
const REMEMBERED = 32;
const RISE_SECONDS = 0.16;
const FALL_SECONDS = 0.5;
const TRACE_SECONDS = 14;

/**
 * How bright each triad is, 0 … 1: in `lit` by the chord that sounds, in `trace` by those that sounded.
 * Both have a value for each of the 24 triads and are written over. `last` is the index of the last chord that began.
 */
export function lightOfChords(
  chords: readonly PieceChord[],
  last: number,
  seconds: number,
  lit: Float32Array,
  trace: Float32Array,
): void {
  lit.fill(0);
  trace.fill(0);
  for (let i = last; i >= 0 && i > last - REMEMBERED; i--) {
    const chord = chords[i];
    if (!chord) continue;
    const triad = triadIndex(chord);
    const since = seconds - chord.endSeconds;
    const rise = smoothStep(0, RISE_SECONDS, seconds - chord.startSeconds);
    lit[triad] = Math.max(lit[triad] ?? 0, rise * (1 - smoothStep(0, FALL_SECONDS, since)));
    trace[triad] = Math.max(trace[triad] ?? 0, rise * Math.exp(-Math.max(0, since) / TRACE_SECONDS));
  }
}

/**
 * How much of each triad is heard as far as the energies of the pitch classes tell: that of its weakest note. It lights
 * what no analysed chord lights.
 */
export function lightOfNotes(chroma: Float32Array, heard: Float32Array): void {
  for (let triad = 0; triad < TRIADS_COUNT; triad++) {
    const notes = TRIADS[triad]?.notes;
    heard[triad] = notes ? Math.min(chroma[notes[0]] ?? 0, chroma[notes[1]] ?? 0, chroma[notes[2]] ?? 0) : 0;
  }
}

/** How bright each note is as a note of the triads that are lit. */
export function notesOfChords(lit: Float32Array, chosen: Float32Array): void {
  chosen.fill(0);
  for (let triad = 0; triad < TRIADS_COUNT; triad++) {
    const notes = TRIADS[triad]?.notes;
    const light = lit[triad] ?? 0;
    if (!notes || light === 0) continue;
    for (let i = 0; i < notes.length; i++) {
      const note = notes[i] ?? 0;
      chosen[note] = Math.max(chosen[note] ?? 0, light);
    }
  }
}
