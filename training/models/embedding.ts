import type { EmbeddingScale } from "@/lib/analysis/derived/embedding";
import { type EmbeddingValues, embeddingValues } from "@/training/corpus/embedding-values";
import { columnMoments } from "@/training/learn/moments";
import { defineModel } from "@/training/learn/trainer";
import { asWritten } from "@/training/learn/weight-file";
import { reportRetrieval } from "./reports/retrieval-report";

const DIGITS = 3;
/** A value that never varies would be divided by nothing. */
const DEVIATION_MIN = 1e-3;

/** What each value of the embedding is scaled by, and how well sounds are then found again. */
export const embedding = defineModel<EmbeddingValues[], EmbeddingScale, null>({
  name: "embedding",
  examples: embeddingValues,
  train: (all) => ({
    weights: {
      timbre: scaleOf(all.map(({ timbre }) => timbre)),
      rhythm: scaleOf(all.map(({ rhythm }) => rhythm)),
    },
    findings: null,
  }),
  report: async ({ weights }, all) =>
    `mean and deviation over ${all.length} pieces, loops and single sounds\n${await reportRetrieval(weights)}`,
  weightFiles: (scale) => [
    {
      path: "lib/analysis/derived/embedding-scale.ts",
      source: `/** Written by \`training/models/embedding.ts\`: mean and deviation of each value over generated pieces, loops and single sounds. */
export const EMBEDDING_SCALE: Record<"timbre" | "rhythm", readonly (readonly [mean: number, deviation: number])[]> = ${JSON.stringify(scale)};
`,
    },
  ],
});

function scaleOf(rows: readonly (readonly number[])[]): [mean: number, deviation: number][] {
  const { mean, deviation } = columnMoments(rows);
  const pairs = mean.map((centre, column): [number, number] => [
    centre,
    Math.max(DEVIATION_MIN, deviation[column] ?? 0),
  ]);
  return asWritten(pairs, DIGITS);
}
