import type { EffectiveGrid } from "@/lib/samples/corrections/effective-grid";
import type { DoubtedValue } from "@/lib/workbench/constants";
import type { Workpiece } from "@/lib/workbench/schema";
import { type Draft, nudged, shifted, startDraft, times } from "./draft";
import { pitchClassOfKey } from "./piano-keys";
import { FACTORS, KINDS, keyReadings } from "./readings";

export interface KeyPressed {
  draft: Draft;
  piece: Workpiece;
  value: DoubtedValue;
  /** The beats as the draft has them. */
  grid: EffectiveGrid | null;
  positionSeconds: () => number;
}

const USUAL_BEATS_PER_BAR = 4;
const NUDGES_MS: Readonly<Record<string, number>> = { ",": -1, ".": 1, "<": -10, ">": 10, ";": -10, ":": 10 };

/** The draft after a key was pressed; null for a key that means nothing here. */
export function draftAfterKey(key: string, pressed: KeyPressed): Draft | null {
  const { draft, piece, value } = pressed;
  if (key === "r" || key === "R") return measuredAgain(pressed);
  if (value === "kind") {
    const kind = KINDS[Number(key) - 1];
    return kind ? { ...draft, kind } : null;
  }
  if (value === "key") return afterKeyOfPiano(key, draft, piece);
  return afterTempoKey(key, pressed);
}

function measuredAgain({ draft, piece, value }: KeyPressed): Draft {
  const { bpm, shiftBeats, offsetMs, key, kind } = startDraft(piece);
  if (value === "key") return { ...draft, key };
  return value === "kind" ? { ...draft, kind } : { ...draft, bpm, shiftBeats, offsetMs };
}

function afterKeyOfPiano(pressed: string, draft: Draft, piece: Workpiece): Draft | null {
  const { key } = draft;
  if (pressed === "0") return { ...draft, key: null };
  if (pressed === "x" || pressed === "X") {
    const mode = key?.mode === "major" ? "minor" : "major";
    return { ...draft, key: { tonic: key?.tonic ?? 0, mode } };
  }
  const reading = keyReadings(piece)[Number(pressed) - 1];
  if (reading) return { ...draft, key: { tonic: reading.tonic, mode: reading.mode } };
  const tonic = pitchClassOfKey(pressed);
  return tonic === null ? null : { ...draft, key: { tonic, mode: key?.mode ?? "major" } };
}

function afterTempoKey(pressed: string, { draft, piece, grid, positionSeconds }: KeyPressed): Draft | null {
  const beatsPerBar = piece.measured.beatsPerBar ?? USUAL_BEATS_PER_BAR;
  if (pressed === "0") return { ...draft, bpm: null };
  const factor = FACTORS.find(({ key }) => key === pressed)?.factor;
  if (factor) return { ...draft, bpm: times(draft.bpm, factor) };
  const byMs = NUDGES_MS[pressed];
  if (byMs !== undefined) return { ...draft, offsetMs: nudged(draft.offsetMs, byMs) };
  const turn = (by: number) => ({ ...draft, shiftBeats: shifted(draft.shiftBeats, by, beatsPerBar) });
  if (pressed === "[") return turn(-1);
  if (pressed === "]") return turn(1);
  if (pressed === "b" || pressed === "B") return turn(beatsToOne(grid, positionSeconds()));
  return null;
}

/** How many beats after the nearest bar line the beat nearest to a position is. */
function beatsToOne(grid: EffectiveGrid | null, seconds: number): number {
  if (!grid) return 0;
  const { beats, downbeats } = grid;
  const nearest = nearestIndex(beats, seconds);
  const one = downbeats.findLast((downbeat) => downbeat <= (beats[nearest] ?? 0) + 1e-6) ?? downbeats[0];
  return one === undefined ? 0 : nearest - nearestIndex(beats, one);
}

function nearestIndex(times: readonly number[], seconds: number): number {
  let best = 0;
  for (const [index, time] of times.entries()) {
    if (Math.abs(time - seconds) < Math.abs((times[best] ?? 0) - seconds)) best = index;
  }
  return best;
}
