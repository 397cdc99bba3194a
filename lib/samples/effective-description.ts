import { describedIn } from "@/lib/analysis/derived/described-in";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { ENGLISH, type Text } from "@/lib/language/text";
import { TONICS } from "@/lib/music/keys";
import { formatCamelot, formatOpenKey } from "@/lib/music/notation";
import type { SampleCorrections } from "./corrections/schema";

/**
 * The description of a sound in the reader's language, with what a person corrected in place of what was measured. Null
 * if it has none.
 */
export function effectiveDescription(
  record: AnalysisRecord,
  corrections: SampleCorrections,
  t: Text = ENGLISH,
): string | null {
  const { bpm, key, kind } = corrections;
  const isAsStored = t.language === "en" && !(bpm || key || kind);
  if (record.description === null || isAsStored) return record.description;
  const sound = {
    ...record,
    ...(bpm ? { tempo: bpm.value === null ? null : { bpm: bpm.value, confidence: 1, alternatives: [] } } : {}),
    ...(key ? { key: key.value && keyOf(key.value), pitch: null } : {}),
    ...(kind?.value ? { kind: { label: kind.value, confidence: 1 } } : {}),
  };
  return describedIn(sound, t);
}

function keyOf(key: { tonic: number; mode: "major" | "minor" }): AnalysisRecord["key"] {
  const tonic = TONICS[key.tonic];
  if (!tonic) return null;
  const notations = { camelot: formatCamelot(key), openKey: formatOpenKey(key) };
  return { tonic, mode: key.mode, confidence: 1, ...notations, alternatives: [] };
}
