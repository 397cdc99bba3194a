import { keyOrNote } from "@/lib/analysis/record/key-or-note";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { formatDate } from "@/lib/format/time";
import type { KeyLike } from "@/lib/music/keys";
import { formatBpm, formatNote, type KeyNotation, writeKey } from "@/lib/music/notation";
import type { GridCorrection, SampleCorrections } from "@/lib/samples/corrections/schema";
import { KIND_NAMES } from "./sample-facts";

/** A value that counts: as a person corrected it, else as it was measured. Null if there is none. */
export interface EffectiveValue<Value> {
  value: Value | null;
  isCorrected: boolean;
}

const either = <Value>(correction: { value: Value | null } | null, measured: Value | null): EffectiveValue<Value> =>
  correction ? { value: correction.value, isCorrected: true } : { value: measured, isCorrected: false };

/** Tempo in BPM. */
export const effectiveTempo = ({ tempo }: Pick<AnalysisRecord, "tempo">, { bpm }: SampleCorrections) =>
  either(bpm, tempo?.bpm ?? null);

export const effectiveKind = ({ kind }: Pick<AnalysisRecord, "kind">, corrections: SampleCorrections) =>
  either<SoundKind["label"]>(corrections.kind, kind?.label ?? null);

type Correction = NonNullable<SampleCorrections["bpm" | "key" | "kind" | "grid"]>;

function author({ by }: Correction): string {
  if (!by) return "a former account";
  return by.isYou ? "you" : by.name;
}

/** "Measured 70.0 BPM, corrected to 140.0 BPM by you on 14 May 2026." One sentence for each corrected value. */
export function correctionSentences(
  record: AnalysisRecord,
  { bpm, key, kind, grid }: SampleCorrections,
  notation: KeyNotation = "musical",
): string[] {
  const sentence = (what: string, measured: string | null, corrected: string | null, correction: Correction) =>
    `${measured === null ? `No ${what} measured` : `Measured ${measured}`}, corrected to ` +
    `${corrected ?? `no ${what}`} by ${author(correction)} on ${formatDate(correction.at)}.`;
  const tempo = (value: number | null | undefined) => (typeof value === "number" ? `${formatBpm(value)} BPM` : null);
  const named = (label: SoundKind["label"] | null | undefined) => (label ? KIND_NAMES[label].toLowerCase() : null);
  return [
    ...(bpm ? [sentence("tempo", tempo(record.tempo?.bpm), tempo(bpm.value), bpm)] : []),
    ...(key
      ? [sentence("key", measuredHarmony(record, notation), key.value && writeKey(key.value, notation), key)]
      : []),
    ...(kind ? [sentence("kind", named(record.kind?.label), named(kind.value), kind)] : []),
    ...(grid?.value ? [`${movedGrid(grid.value)} by ${author(grid)} on ${formatDate(grid.at)}.`] : []),
  ];
}

/** "Beat grid moved by 1 beat and −10 ms". */
function movedGrid({ shiftBeats, offsetMs }: GridCorrection): string {
  const signed = (value: number, unit: string) => `${value > 0 ? "+" : "−"}${Math.abs(value)} ${unit}`;
  const moves = [
    ...(shiftBeats === 0 ? [] : [signed(shiftBeats, Math.abs(shiftBeats) === 1 ? "beat" : "beats")]),
    ...(offsetMs === 0 ? [] : [signed(offsetMs, "ms")]),
  ];
  return moves.length === 0 ? "Beat grid confirmed" : `Beat grid moved by ${moves.join(" and ")}`;
}

/** The key or note as it was measured. */
function measuredHarmony(record: AnalysisRecord, notation: KeyNotation): string | null {
  const heard = keyOrNote(record);
  if (heard.has === "neither") return null;
  return heard.has === "note" ? formatNote(heard.pitch.note) : writeKey(heard.key, notation);
}

export type EffectiveHarmony =
  | { has: "key"; key: KeyLike; confidence: number | null; isCorrected: boolean }
  | { has: "note"; note: string; confidence: number; isCorrected: false }
  | { has: "neither"; reason: string; isCorrected: boolean };

/** A corrected key overrules the note. */
export function effectiveHarmony(record: AnalysisRecord, { key }: SampleCorrections): EffectiveHarmony {
  if (key?.value) return { has: "key", key: key.value, confidence: null, isCorrected: true };
  if (key) return { has: "neither", reason: "Corrected to no key.", isCorrected: true };
  const heard = keyOrNote(record);
  if (heard.has === "neither") return { has: "neither", reason: heard.why.reason, isCorrected: false };
  if (heard.has === "note") {
    return { has: "note", note: heard.pitch.note, confidence: heard.pitch.confidence, isCorrected: false };
  }
  return { has: "key", key: heard.key, confidence: heard.key.confidence, isCorrected: false };
}
