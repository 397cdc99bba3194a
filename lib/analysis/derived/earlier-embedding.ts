import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Embedding } from "@/lib/analysis/record/values/embedding";
import { ONSET_BANDS } from "@/lib/dsp/rhythm/onset-strength";
import { BEAT_LAGS, pace, rounded, scaled, unit } from "./embedding";
import { EMBEDDING_SCALE } from "./embedding-scale";
import { rhythmOf, timeCourse } from "./time-course";

/** Lags of a band in the rhythm of analysers before 1.7, and which of them is not compared any more. */
const EARLIER_LAGS = 10;
const LEFT_OUT = 4;
const PACE = BEAT_LAGS.length * ONSET_BANDS.length;

/**
 * The embedding of a record from before 1.7, and of no other, as it is made today. Its rhythm was the same pattern of scaled values with
 * one lag more, and nothing said that a single sound has none. Two of the values are in the record too, which tells how
 * long the pattern was before it was brought to length 1. Exact to the rounding.
 */
export function presentEmbedding(record: AnalysisRecord, embedding: Embedding): Embedding {
  const { rhythm, timbre, tempo } = record;
  if (!rhythm || !timbre) return embedding;
  const kept = embedding.rhythm.filter(
    (_, i) => i >= EARLIER_LAGS * ONSET_BANDS.length || i % EARLIER_LAGS !== LEFT_OUT,
  );
  const { onsetsPerBeat, beatStrength } = pace(tempo ?? null, rhythm);
  const known = scaled([onsetsPerBeat, beatStrength], EMBEDDING_SCALE.rhythm.slice(PACE));
  const stored = Math.hypot(...kept.slice(PACE));
  const length = stored > 0 ? Math.hypot(...known) / stored : Math.sqrt(EMBEDDING_SCALE.rhythm.length);
  const pattern = kept.map((value) => value * length);
  return { ...embedding, rhythm: rounded(unit(rhythmOf(pattern, timeCourse({ ...record, timbre })))) };
}
