import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { AnalysisPool } from "@/lib/analysis/worker/pool";

const folder = ".cache/parts";
const [, ...lines] = readFileSync(`${folder}/labels.csv`, "utf8").trimEnd().split("\n");
const pool = new AnalysisPool({ size: availableParallelism() });
const VALUES = [
  "tempo",
  "key",
  "kind",
  "meter",
  "rhythm",
  "spectral",
  "instruments",
  "atonality",
  "pitch",
  "chords",
] as const;
const out = await Promise.all(
  lines.map(async (line) => {
    const [path = "", arrangement, name = "", bpm] = line.split(",");
    const { record } = await pool.analyze({
      path: `${folder}/${path}`,
      fairnessKey: "bench",
      pictures: false,
      values: VALUES,
    });
    return { path, arrangement: Number(arrangement), name, bpm: Number(bpm), record };
  }),
);
pool.close();
writeFileSync("/tmp/w/scratch-hybrid/records.json", JSON.stringify(out));
