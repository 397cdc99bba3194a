import type { SoundKind } from "@/lib/analysis/record/values/kind";
import type { Corrections } from "./schema";

/** The corrections of one sample as they are stored. A value is corrected if its `…At` is set. */
export interface StoredCorrections {
  bpm: number | null;
  bpmBy: string | null;
  bpmAt: Date | null;
  keyTonic: number | null;
  keyMode: "major" | "minor" | null;
  keyBy: string | null;
  keyAt: Date | null;
  kind: SoundKind["label"] | null;
  kindBy: string | null;
  kindAt: Date | null;
  gridShiftBeats: number | null;
  gridOffsetMs: number | null;
  gridBy: string | null;
  gridAt: Date | null;
}

const NO_BPM = { bpm: null, bpmBy: null, bpmAt: null };
const NO_KEY = { keyTonic: null, keyMode: null, keyBy: null, keyAt: null };
const NO_KIND = { kind: null, kindBy: null, kindAt: null };
const NO_GRID = { gridShiftBeats: null, gridOffsetMs: null, gridBy: null, gridAt: null };
export const UNCORRECTED: StoredCorrections = { ...NO_BPM, ...NO_KEY, ...NO_KIND, ...NO_GRID };

/**
 * What is stored after a person has said something. Returns the same object if that changes nothing: whoever says what
 * is already so leaves it to whom said it first.
 */
export function applyCorrections(
  stored: StoredCorrections,
  { bpm, key, kind, grid }: Corrections,
  { by, at }: { by: string; at: Date },
): StoredCorrections {
  let next = stored;
  if (bpm === "measured" && stored.bpmAt) next = { ...next, ...NO_BPM };
  if (bpm !== undefined && bpm !== "measured") {
    const value = bpm === "none" ? null : bpm;
    if (!stored.bpmAt || stored.bpm !== value) next = { ...next, bpm: value, bpmBy: by, bpmAt: at };
  }
  if (key === "measured" && stored.keyAt) next = { ...next, ...NO_KEY };
  if (key !== undefined && key !== "measured") {
    const { tonic: keyTonic, mode: keyMode } = key === "none" ? { tonic: null, mode: null } : key;
    const isSame = stored.keyAt && stored.keyTonic === keyTonic && stored.keyMode === keyMode;
    if (!isSame) next = { ...next, keyTonic, keyMode, keyBy: by, keyAt: at };
  }
  if (kind === "measured" && stored.kindAt) next = { ...next, ...NO_KIND };
  if (kind !== undefined && kind !== "measured" && (!stored.kindAt || stored.kind !== kind))
    next = { ...next, kind, kindBy: by, kindAt: at };
  if (grid === "measured" && stored.gridAt) next = { ...next, ...NO_GRID };
  if (grid !== undefined && grid !== "measured") {
    const { shiftBeats: gridShiftBeats, offsetMs: gridOffsetMs } = grid;
    const isSame = stored.gridAt && stored.gridShiftBeats === gridShiftBeats && stored.gridOffsetMs === gridOffsetMs;
    if (!isSame) next = { ...next, gridShiftBeats, gridOffsetMs, gridBy: by, gridAt: at };
  }
  return next;
}

export const isUncorrected = ({ bpmAt, keyAt, kindAt, gridAt }: StoredCorrections) =>
  !bpmAt && !keyAt && !kindAt && !gridAt;
