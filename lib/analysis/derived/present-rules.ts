import { withoutFalseHarmony } from "@/lib/analysis/record/key-or-note";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { describeSound } from "./description";

/**
 * The rule by which tags are chosen, and the first analyser that chose its words by it. Raise both when `describeSound`
 * changes: words of earlier analysers are then chosen anew.
 */
export const WORDS_VERSION = 1;
const FIRST_ANALYSER = { major: 1, minor: 6 };

/**
 * A stored record as it is said today. Values stay as they were measured; the words and the key follow the rules of now,
 * which are stricter than those of earlier analysers. Pages, the API and exports all read records through this.
 */
export function underPresentRules(stored: AnalysisRecord): AnalysisRecord {
  const record = withoutFalseHarmony(stored);
  // Without a kind, a sound would be described as silence.
  if (hasPresentWords(record.analyserVersion) || record.kind === undefined) return record;
  const { description, tags } = describeSound(record);
  return { ...record, tags, description: record.description && description };
}

function hasPresentWords(analyserVersion: string): boolean {
  const [major = 0, minor = 0] = analyserVersion.split(".").map(Number);
  return major === FIRST_ANALYSER.major ? minor >= FIRST_ANALYSER.minor : major > FIRST_ANALYSER.major;
}
