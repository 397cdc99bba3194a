import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { TONICS } from "@/lib/music/keys";
import { HIGHEST_BPM, LOWEST_BPM, OFFSET_MS_MAX, SHIFT_BEATS_MAX } from "@/lib/samples/corrections/constants";
import type { Corrections } from "@/lib/samples/corrections/schema";
import type { DoubtedValue } from "@/lib/workbench/constants";
import type { Workpiece } from "@/lib/workbench/schema";

/** What a person is about to say about one value of one sample. Null: the sound has no such value. */
export interface Draft {
  bpm: number | null;
  shiftBeats: number;
  offsetMs: number;
  /** `tonic`: 0 = C … 11 = B. */
  key: { tonic: number; mode: "major" | "minor" } | null;
  kind: SoundKind["label"] | null;
}

/** What counts now: corrected, else measured. */
export function startDraft({ measured, corrections }: Workpiece): Draft {
  const { tempo, key, kind } = measured;
  const heard = key && { tonic: TONICS.indexOf(key.tonic), mode: key.mode };
  return {
    bpm: corrections.bpm ? corrections.bpm.value : (tempo?.bpm ?? null),
    shiftBeats: corrections.grid?.value?.shiftBeats ?? 0,
    offsetMs: corrections.grid?.value?.offsetMs ?? 0,
    key: corrections.key ? corrections.key.value : heard,
    kind: corrections.kind ? corrections.kind.value : (kind?.label ?? null),
  };
}

/** What to send so that the draft counts. Saying what was measured makes it certain. */
export function saidBy(value: DoubtedValue, draft: Draft, piece: Workpiece): Corrections {
  if (value === "key") return { key: draft.key ?? "none" };
  if (value === "kind") return draft.kind === null ? {} : { kind: draft.kind };
  const { shiftBeats, offsetMs } = draft;
  const before = startDraft(piece);
  const isMoved = shiftBeats !== before.shiftBeats || offsetMs !== before.offsetMs;
  return { bpm: draft.bpm ?? "none", ...(isMoved ? { grid: { shiftBeats, offsetMs } } : {}) };
}

/** What to send so that everything that `said` changed is as it was. */
export function undoOf(said: Corrections, { corrections }: Workpiece): Corrections {
  const { bpm, key, kind, grid } = corrections;
  return {
    ...(said.bpm === undefined ? {} : { bpm: bpm ? (bpm.value ?? "none") : "measured" }),
    ...(said.key === undefined ? {} : { key: key ? (key.value ?? "none") : "measured" }),
    ...(said.kind === undefined ? {} : { kind: kind?.value ?? "measured" }),
    ...(said.grid === undefined ? {} : { grid: grid?.value ?? "measured" }),
  };
}

/** Another count of the same pulse; unchanged where it would leave the range of tempos. */
export function times(bpm: number | null, factor: number): number | null {
  if (bpm === null) return null;
  const next = Math.round(bpm * factor * 1000) / 1000;
  return next < LOWEST_BPM || next > HIGHEST_BPM ? bpm : next;
}

const within = (value: number, most: number) => Math.max(-most, Math.min(most, value));
export const nudged = (offsetMs: number, byMs: number) => within(offsetMs + byMs, OFFSET_MS_MAX);

/** The one of the bar, later by so many beats. A whole bar later is the same place. */
export function shifted(shiftBeats: number, by: number, beatsPerBar: number): number {
  const turned = (shiftBeats + by) % beatsPerBar;
  return within(turned, SHIFT_BEATS_MAX);
}
