import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { AnalysisPool } from "@/lib/analysis/worker/pool";
import { fitFacts } from "@/lib/similarity/fits/facts";
import type { FitFacts } from "@/lib/similarity/fits/schema";

/** One part of a rendered arrangement, as the engine heard it. */
export interface Part {
  path: string;
  arrangement: number;
  /** What it is in the arrangement: drums, bass, chords, melody. */
  name: string;
  /** As it was composed. */
  bpm: number;
  facts: FitFacts;
}

const VALUES = ["tempo", "key", "kind", "meter", "rhythm", "spectral", "instruments", "atonality", "pitch"] as const;

/** The parts that `folder/labels.csv` lists, analysed by the engine. */
export async function readParts(folder: string): Promise<Part[]> {
  const [, ...lines] = readFileSync(join(folder, "labels.csv"), "utf8").trimEnd().split("\n");
  const pool = new AnalysisPool({ size: availableParallelism() });
  try {
    return await Promise.all(
      lines.map(async (line) => {
        const [path = "", arrangement, name = "", bpm] = line.split(",");
        const input = { path: join(folder, path), fairnessKey: "bench", pictures: false, values: VALUES };
        const { record } = await pool.analyze(input);
        return { path, arrangement: Number(arrangement), name, bpm: Number(bpm), facts: fitFacts(record) };
      }),
    );
  } finally {
    pool.close();
  }
}
