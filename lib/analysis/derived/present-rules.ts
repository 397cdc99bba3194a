import { withoutFalseHarmony } from "@/lib/analysis/record/key-or-note";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { describeSound } from "./description";
import { presentEmbedding } from "./earlier-embedding";

/**
 * The rule by which tags are chosen, and the first analyser that chose its words by it. Raise both when `describeSound`
 * changes: words of earlier analysers are then chosen anew.
 */
export const WORDS_VERSION = 1;
const FIRST_WITH_WORDS = { major: 1, minor: 6 };
/** The first analyser that keeps single sounds apart from rhythms. */
const FIRST_WITH_COURSE = { major: 1, minor: 7 };

/**
 * A stored record as it is said today. Values stay as they were measured; the words and the key follow the rules of now,
 * which are stricter than those of earlier analysers, and the embedding is put together as it is now. Pages, the API and exports all read records through this.
 */
export function underPresentRules(stored: AnalysisRecord): AnalysisRecord {
  const record = withPresentEmbedding(withoutFalseHarmony(stored));
  // Without a kind, a sound would be described as silence.
  if (isFrom(record, FIRST_WITH_WORDS) || record.kind === undefined) return record;
  const { description, tags } = describeSound(record);
  return { ...record, tags, description: record.description && description };
}

function withPresentEmbedding(record: AnalysisRecord): AnalysisRecord {
  if (!record.embedding || isFrom(record, FIRST_WITH_COURSE)) return record;
  return { ...record, embedding: presentEmbedding(record, record.embedding) };
}

/** Whether this analyser or a later one made the record. */
function isFrom({ analyserVersion }: AnalysisRecord, first: { major: number; minor: number }): boolean {
  const [major = 0, minor = 0] = analyserVersion.split(".").map(Number);
  return major === first.major ? minor >= first.minor : major > first.major;
}
