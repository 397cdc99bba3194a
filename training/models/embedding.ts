import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type EmbeddingScale, rhythmValues, timbreValues } from "@/lib/analysis/derived/embedding";
import { createEngine } from "@/lib/analysis/engine/engine";
import { TEMPO_NETWORKS } from "@/lib/dsp/rhythm/tempo-weights";
import { CORPUS, type CorpusPart, composeSeed, corpusKey, recordingOf } from "@/training/corpus/corpus";
import { FRAMES_PER_SECOND, measureSeeds } from "@/training/corpus/measurement";
import { RENDER_RATE_HZ, renderPiece } from "@/training/corpus/rendering";
import { cacheFolder } from "@/training/host/cache";
import type { WeightFile } from "@/training/learn/weight-file";
import { reportRetrieval } from "./reports/retrieval-report";

/** As many of each, evenly spread over its seeds: pieces, loops and single sounds count nearly alike. */
const OF_EACH_KIND = 67;
const KINDS: CorpusPart[] = [
  CORPUS.styles,
  CORPUS.shortLoops,
  { ...CORPUS.singleSounds, name: "single sounds", count: OF_EACH_KIND },
];
const DIGITS = 3;
/** A value that never varies would be divided by nothing. */
const DEVIATION_MIN = 1e-3;
const folder = join(cacheFolder, "embedding");
/** Part of the names of what is kept: another tempo gives other values. */
const HEARD_BY = createHash("sha256").update(JSON.stringify(TEMPO_NETWORKS)).digest("hex").slice(0, 8);

type Values = { timbre: number[]; rhythm: number[] };

/** Seeds spread over a part from its first on. */
const spread = ({ firstSeed, count }: CorpusPart): number[] =>
  Array.from({ length: OF_EACH_KIND }, (_, i) => firstSeed + Math.floor((i * count) / OF_EACH_KIND));

/** The values of a rendered seed as the engine measures them, tempo included; null where the recording is silent. */
async function valuesOf(seed: number): Promise<Values | null> {
  const piece = composeSeed(seed);
  const kept = join(folder, `${corpusKey(piece, recordingOf(seed))}-${HEARD_BY}.json`);
  if (!existsSync(kept)) {
    const fresh = JSON.stringify(await measured(seed));
    writeFileSync(`${kept}.${process.pid}`, fresh);
    renameSync(`${kept}.${process.pid}`, kept);
  }
  return JSON.parse(readFileSync(kept, "utf8"));
}

async function measured(seed: number): Promise<Values | null> {
  const extractors = ["tempo", "rhythm", "spectral", "timbre"] as const;
  const engine = createEngine({ sampleRateHz: RENDER_RATE_HZ, channels: 1, pictures: false, extractors });
  engine.push([await renderPiece(composeSeed(seed))]);
  const { tempo, rhythm, spectral, timbre } = engine.finish().features;
  const [onsets] = await measureSeeds([seed], "onsets");
  if (!rhythm || !spectral || !timbre || !onsets) return null;
  const { strengths } = onsets;
  return {
    timbre: timbreValues({ spectral, timbre }),
    rhythm: rhythmValues({ strengths, framesPerSecond: FRAMES_PER_SECOND, tempo, rhythm }),
  };
}

/** In the order of the seeds, whichever core is done first: sums depend on it. */
async function valuesOfAll(seeds: readonly number[]): Promise<Values[]> {
  mkdirSync(folder, { recursive: true });
  const all: (Values | null)[] = [];
  const waiting = seeds.entries();
  let done = 0;
  const work = async () => {
    for (const [index, seed] of waiting) {
      all[index] = await valuesOf(seed);
      if (++done % 50 === 0) process.stderr.write(`${done} of ${seeds.length} sounds\n`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return all.filter((values) => values !== null);
}

/** Mean and deviation of each column. */
function scaleOf(rows: readonly (readonly number[])[]): [mean: number, deviation: number][] {
  return (rows[0] ?? []).map((_, column) => {
    const values = rows.map((row) => row[column] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return [figures(mean), figures(Math.max(DEVIATION_MIN, Math.sqrt(variance)))];
  });
}

const figures = (value: number) => Number(value.toPrecision(DIGITS));

/** Measures what each value of the embedding is scaled by, and tells how well sounds are then found again. */
export async function train(): Promise<WeightFile[]> {
  const all = await valuesOfAll(KINDS.flatMap(spread));
  process.stdout.write(`mean and deviation over ${all.length} pieces, loops and single sounds\n`);
  const scale: EmbeddingScale = {
    timbre: scaleOf(all.map(({ timbre }) => timbre)),
    rhythm: scaleOf(all.map(({ rhythm }) => rhythm)),
  };
  process.stdout.write(await reportRetrieval(scale));
  const source = `/** Written by \`training/models/embedding.ts\`: mean and deviation of each value over generated pieces, loops and single sounds. */
export const EMBEDDING_SCALE: Record<"timbre" | "rhythm", readonly (readonly [mean: number, deviation: number])[]> = ${JSON.stringify(scale)};
`;
  return [{ path: "lib/analysis/derived/embedding-constants.ts", source }];
}
