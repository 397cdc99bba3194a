import { describeSound } from "@/lib/analysis/derived/description";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { TONICS } from "@/lib/music/keys";
import { formatCamelot, formatOpenKey } from "@/lib/music/notation";
import type { SampleCorrections } from "./corrections/schema";

/** The description of a sound, with what a person corrected in place of what was measured. Null if it has none. */
export function effectiveDescription(record: AnalysisRecord, corrections: SampleCorrections): string | null {
  const { bpm, key, kind } = corrections;
  if (record.description === null || !(bpm || key || kind)) return record.description;
  return describeSound({
    ...record,
    ...(bpm ? { tempo: bpm.value === null ? null : { bpm: bpm.value, confidence: 1, alternatives: [] } } : {}),
    ...(key ? { key: key.value && keyOf(key.value), pitch: null } : {}),
    ...(kind?.value ? { kind: { label: kind.value, confidence: 1 } } : {}),
  }).description;
}

function keyOf(key: { tonic: number; mode: "major" | "minor" }): AnalysisRecord["key"] {
  const tonic = TONICS[key.tonic];
  if (!tonic) return null;
  const notations = { camelot: formatCamelot(key), openKey: formatOpenKey(key) };
  return { tonic, mode: key.mode, confidence: 1, ...notations, alternatives: [] };
}
