import { availableParallelism } from "node:os";
import { GENRE_TAGS } from "@/bench/labels/genre-tags";
import { type LabelledFile, readLabels } from "@/bench/labels/labelled-file";
import { type Answer, expectedCalibrationError } from "@/bench/statistics/calibration";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { AnalysisPool } from "@/lib/analysis/worker/pool";

// How often the genre of a labelled file is named: BENCH_DATA=<folder> npm run bench:genres

type Tried = { group: string; genre: string; genres: NonNullable<AnalysisRecord["genres"]> };

async function tried(pool: AnalysisPool, file: LabelledFile): Promise<Tried> {
  const values = ["genres"] as const;
  const { record } = await pool.analyze({ path: file.path, fairnessKey: "bench", pictures: false, values });
  return { group: file.group, genre: GENRE_TAGS[file.genre] ?? "", genres: record.genres ?? [] };
}

function report(group: string, list: readonly Tried[]): void {
  const within = (count: number) =>
    list.filter(({ genre, genres }) => genres.slice(0, count).some(({ label }) => label === genre)).length;
  const named = list.filter(({ genres }) => genres.length > 0);
  const answers = named.map(
    ({ genre, genres }): Answer => ({ confidence: genres[0]?.confidence ?? 0, right: genres[0]?.label === genre }),
  );
  const sure = answers.reduce((sum, { confidence }) => sum + confidence, 0) / answers.length;
  process.stdout.write(
    `${group}: first ${within(1)}, among those named ${within(3)} of ${list.length}; none named for ` +
      `${list.length - named.length}; mean confidence ${sure.toFixed(2)}, ` +
      `calibration error ${expectedCalibrationError(answers).toFixed(3)}\n`,
  );
}

async function main(): Promise<void> {
  const folder = process.env.BENCH_DATA;
  if (!folder) throw new Error("BENCH_DATA must name a folder with a labels.csv");
  const files = readLabels(folder).filter(({ genre }) => GENRE_TAGS[genre] !== undefined);
  const pool = new AnalysisPool({ size: availableParallelism() });
  try {
    const all = await Promise.all(files.map((file) => tried(pool, file)));
    for (const group of new Set(all.map(({ group: name }) => name))) {
      report(
        group,
        all.filter((one) => one.group === group),
      );
    }
  } finally {
    pool.close();
  }
}

await main();
