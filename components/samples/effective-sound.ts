import { keyOrNote } from "@/lib/analysis/record/key-or-note";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { formatDate } from "@/lib/format/time";
import { ENGLISH, msg, type Text, type Values } from "@/lib/language/text";
import type { KeyNotation } from "@/lib/music/key-notations";
import type { KeyLike } from "@/lib/music/keys";
import { formatBpm, formatNote, writeKey } from "@/lib/music/notation";
import type { GridCorrection, SampleCorrections } from "@/lib/samples/corrections/schema";
import { KIND_NAMES } from "./sample-facts";
import { within } from "./within";

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

function author({ by }: Correction, t: Text): string {
  if (!by) return t("a former account");
  return by.isYou ? t("[after by] you") : by.name;
}

/** "Measured 70.0 BPM, corrected to 140.0 BPM by you on 14 May 2026." One sentence for each corrected value. */
export function correctionSentences(
  record: AnalysisRecord,
  { bpm, key, kind, grid }: SampleCorrections,
  notation: KeyNotation = "musical",
  t: Text = ENGLISH,
): string[] {
  const signed = (correction: Correction) => ({ author: author(correction, t), date: formatDate(correction.at, t) });
  const sentence = (what: What, measured: string | null, corrected: string | null, correction: Correction) =>
    t(sentenceOf(what, measured !== null, corrected !== null), {
      ...signed(correction),
      ...(measured !== null && { measured }),
      ...(corrected !== null && { corrected }),
    });
  const tempo = (value: number | null | undefined) => (typeof value === "number" ? `${formatBpm(value, t)} BPM` : null);
  const named = (label: SoundKind["label"] | null | undefined) => (label ? within(t(KIND_NAMES[label]), t) : null);
  return [
    ...(bpm ? [sentence("tempo", tempo(record.tempo?.bpm), tempo(bpm.value), bpm)] : []),
    ...(key
      ? [sentence("key", measuredHarmony(record, notation, t), key.value && writeKey(key.value, notation, t), key)]
      : []),
    ...(kind ? [sentence("kind", named(record.kind?.label), named(kind.value), kind)] : []),
    ...(grid?.value ? [movedGrid(grid.value, signed(grid), t)] : []),
  ];
}

type What = "tempo" | "key" | "kind";

const UNMEASURED: Record<What, string> = {
  tempo: msg("No tempo measured, corrected to {corrected} by {author} on {date}."),
  key: msg("No key measured, corrected to {corrected} by {author} on {date}."),
  kind: msg("No kind measured, corrected to {corrected} by {author} on {date}."),
};
const TAKEN_AWAY: Record<What, string> = {
  tempo: msg("Measured {measured}, corrected to no tempo by {author} on {date}."),
  key: msg("Measured {measured}, corrected to no key by {author} on {date}."),
  kind: msg("Measured {measured}, corrected to no kind by {author} on {date}."),
};
const STILL_NONE: Record<What, string> = {
  tempo: msg("No tempo measured, corrected to no tempo by {author} on {date}."),
  key: msg("No key measured, corrected to no key by {author} on {date}."),
  kind: msg("No kind measured, corrected to no kind by {author} on {date}."),
};

function sentenceOf(what: What, isMeasured: boolean, isSet: boolean): string {
  if (isMeasured && isSet) return msg("Measured {measured}, corrected to {corrected} by {author} on {date}.");
  if (isMeasured) return TAKEN_AWAY[what];
  return isSet ? UNMEASURED[what] : STILL_NONE[what];
}

/** "Beat grid moved by 1 beat and −10 ms by you on 14 May 2026." */
function movedGrid({ shiftBeats, offsetMs }: GridCorrection, by: Values, t: Text): string {
  const sign = (value: number) => (value > 0 ? "+" : "−");
  const beats = t.count(Math.abs(shiftBeats), "{sign}{count} beat", "{sign}{count} beats", { sign: sign(shiftBeats) });
  const ms = `${sign(offsetMs)}${Math.abs(offsetMs)} ms`;
  if (shiftBeats === 0 && offsetMs === 0) return t("Beat grid confirmed by {author} on {date}.", by);
  if (shiftBeats !== 0 && offsetMs !== 0)
    return t("Beat grid moved by {beats} and {ms} by {author} on {date}.", { ...by, beats, ms });
  return t("Beat grid moved by {amount} by {author} on {date}.", { ...by, amount: shiftBeats === 0 ? ms : beats });
}

/** The key or note as it was measured. */
function measuredHarmony(record: AnalysisRecord, notation: KeyNotation, t: Text): string | null {
  const heard = keyOrNote(record);
  if (heard.has === "neither") return null;
  return heard.has === "note" ? formatNote(heard.pitch.note) : writeKey(heard.key, notation, t);
}

export type EffectiveHarmony =
  | { has: "key"; key: KeyLike; confidence: number | null; isCorrected: boolean }
  | { has: "note"; note: string; confidence: number; isCorrected: false }
  | { has: "neither"; reason: string; isCorrected: boolean };

/** A corrected key overrules the note. */
export function effectiveHarmony(record: AnalysisRecord, { key }: SampleCorrections): EffectiveHarmony {
  if (key?.value) return { has: "key", key: key.value, confidence: null, isCorrected: true };
  if (key) return { has: "neither", reason: msg("Corrected to no key."), isCorrected: true };
  const heard = keyOrNote(record);
  if (heard.has === "neither") return { has: "neither", reason: heard.why.reason, isCorrected: false };
  if (heard.has === "note") {
    return { has: "note", note: heard.pitch.note, confidence: heard.pitch.confidence, isCorrected: false };
  }
  return { has: "key", key: heard.key, confidence: heard.key.confidence, isCorrected: false };
}
