import { keyOrNote } from "@/lib/analysis/record/key-or-note";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { formatBpm, formatCamelot, formatKey, formatLevel, formatNote } from "@/lib/music/notation";
import { absenceOf } from "./absence";
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
}

/** What people look for first: tempo, key or note, loudness, and what kind of sample it is. */
export function mainFactsOf(record: AnalysisRecord): MainFact[] {
  const { tempo, kind } = record;
  return [
    tempo
      ? { name: "Tempo", value: formatBpm(tempo.bpm), detail: "BPM", confidence: tempo.confidence }
      : missing("Tempo", absenceOf(record, "tempo")),
    harmonyOf(record),
    loudnessOf(record),
    kind
      ? { name: "Kind", value: KIND_NAMES[kind.label], confidence: kind.confidence }
      : missing("Kind", absenceOf(record, "kind")),
  ];
}

/** A sound too short for the standard's loudness has the level of what is there, and is marked as such. */
function loudnessOf(record: AnalysisRecord): MainFact {
  const { integratedLufs, ungatedLufs } = record.loudness;
  const level = integratedLufs ?? ungatedLufs;
  if (typeof level !== "number") return missing("Loudness", absenceOf(record, "loudness"));
  const detail = integratedLufs === null ? "LUFS, ungated" : "LUFS";
  return { name: "Loudness", value: formatLevel(level), detail, confidence: null };
}

function harmonyOf(record: AnalysisRecord): MainFact {
  const heard = keyOrNote(record);
  if (heard.has === "neither") return missing("Key", heard.why.reason);
  if (heard.has === "note")
    return { name: "Note", value: formatNote(heard.pitch.note), confidence: heard.pitch.confidence };
  const { key } = heard;
  return { name: "Key", value: formatKey(key), detail: formatCamelot(key), confidence: key.confidence };
}

const missing = (name: string, reason: string): MainFact => ({ name, value: null, confidence: null, reason });
