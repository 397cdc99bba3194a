import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { ENGLISH, msg, type Text } from "@/lib/language/text";
import type { KeyNotation } from "@/lib/music/key-notations";
import { formatBpm, formatLevel, formatNote, writeKey, writeKeyBeside } from "@/lib/music/notation";
import { NO_CORRECTIONS } from "@/lib/samples/corrections/no-corrections";
import type { SampleCorrections } from "@/lib/samples/corrections/schema";
import { absenceOf } from "./absence";
import { type EffectiveHarmony, effectiveHarmony, effectiveKind, effectiveTempo } from "./effective-sound";
import { KIND_NAMES } from "./sample-facts";

export interface MainFact {
  name: string;
  /** Null if it does not apply. */
  value: string | null;
  /** The unit, or the same value in another notation. */
  detail?: string;
  /** 0–1 for an estimate; null for what is measured. */
  confidence: number | null;
  /** Why there is no value. */
  reason?: string;
  /** Whether a person has corrected it. */
  isCorrected: boolean;
}

/** What people look for first: tempo, key or note, loudness, and what kind of sample it is. */
export function mainFactsOf(
  record: AnalysisRecord,
  corrections: SampleCorrections = NO_CORRECTIONS,
  notation: KeyNotation = "musical",
  t: Text = ENGLISH,
): MainFact[] {
  return [
    tempoOf(record, corrections, t),
    harmonyOf(effectiveHarmony(record, corrections), notation, t),
    loudnessOf(record, t),
    kindOf(record, corrections, t),
  ];
}

function tempoOf(record: AnalysisRecord, corrections: SampleCorrections, t: Text): MainFact {
  const { value, isCorrected } = effectiveTempo(record, corrections);
  if (value === null) {
    const reason = isCorrected ? msg("Corrected to no tempo.") : absenceOf(record, "tempo");
    return missing(t("Tempo"), t(reason), isCorrected);
  }
  const confidence = isCorrected ? null : (record.tempo?.confidence ?? null);
  return { name: t("Tempo"), value: formatBpm(value, t), detail: "BPM", confidence, isCorrected };
}

function kindOf(record: AnalysisRecord, corrections: SampleCorrections, t: Text): MainFact {
  const { value, isCorrected } = effectiveKind(record, corrections);
  if (value === null) return missing(t("Kind"), t(absenceOf(record, "kind")), isCorrected);
  const confidence = isCorrected ? null : (record.kind?.confidence ?? null);
  return { name: t("Kind"), value: t(KIND_NAMES[value]), confidence, isCorrected };
}

/** A sound too short for the standard's loudness has the level of what is there, and is marked as such. */
function loudnessOf(record: AnalysisRecord, t: Text): MainFact {
  const { integratedLufs, ungatedLufs } = record.loudness;
  const level = integratedLufs ?? ungatedLufs;
  if (typeof level !== "number") return missing(t("Loudness"), t(absenceOf(record, "loudness")));
  const detail = integratedLufs === null ? t("LUFS, ungated") : "LUFS";
  return { name: t("Loudness"), value: formatLevel(level, t), detail, confidence: null, isCorrected: false };
}

function harmonyOf(heard: EffectiveHarmony, notation: KeyNotation, t: Text): MainFact {
  const { isCorrected } = heard;
  if (heard.has === "neither") return missing(t("Key"), t(heard.reason), isCorrected);
  const { confidence } = heard;
  if (heard.has === "note") return { name: t("[music] Note"), value: formatNote(heard.note), confidence, isCorrected };
  const { key } = heard;
  return {
    ...{ name: t("Key"), value: writeKey(key, notation, t), detail: writeKeyBeside(key, notation, t) },
    ...{ confidence, isCorrected },
  };
}

const missing = (name: string, reason: string, isCorrected = false): MainFact => ({
  ...{ name, value: null, confidence: null },
  ...{ reason, isCorrected },
});
