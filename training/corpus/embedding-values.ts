import { createHash } from "node:crypto";
import { rhythmValues, timbreValues } from "@/lib/analysis/derived/embedding";
import { createEngine } from "@/lib/analysis/engine/engine";
import { FRAMES_PER_SECOND } from "@/lib/analysis/engine/streams";
import { TEMPO_NETWORKS } from "@/lib/dsp/rhythm/tempo-weights";
import { keptText } from "@/training/host/cache";
import { onAllCores } from "@/training/host/cores";
import { CORPUS, type CorpusPart, composeSeed, corpusKey, recordingOf } from "./corpus";
import { measureSeeds } from "./measurement";
import { RENDER_RATE_HZ, renderPiece } from "./rendering";

/** So many of each, evenly spread over its seeds: pieces, loops and single sounds count nearly alike. */
const OF_EACH_KIND = 67;
const KINDS: CorpusPart[] = [
  CORPUS.styles,
  CORPUS.shortLoops,
  { ...CORPUS.singleSounds, name: "single sounds", count: OF_EACH_KIND },
];
/** Part of the names of kept values: another tempo gives other values. */
const HEARD_BY = createHash("sha256").update(JSON.stringify(TEMPO_NETWORKS)).digest("hex").slice(0, 8);

/** The unscaled values of an embedding. */
export type EmbeddingValues = { timbre: number[]; rhythm: number[] };

/** Values of pieces, loops and single sounds, in the order of their seeds; silent recordings are left out. */
export async function embeddingValues(): Promise<EmbeddingValues[]> {
  const all = await onAllCores(KINDS.flatMap(spread), "embedding", valuesOf);
  return all.filter((values) => values !== null);
}

/** Seeds spread over a part from its first on. */
const spread = ({ firstSeed, count }: CorpusPart): number[] =>
  Array.from({ length: OF_EACH_KIND }, (_, i) => firstSeed + Math.floor((i * count) / OF_EACH_KIND));

/** The values of a rendered seed as the engine measures them, tempo included; null if the recording is silent. */
async function valuesOf(seed: number): Promise<EmbeddingValues | null> {
  const name = `embedding/${corpusKey(composeSeed(seed), recordingOf(seed))}-${HEARD_BY}.json`;
  return JSON.parse(await keptText(name, async () => JSON.stringify(await measured(seed))));
}

async function measured(seed: number): Promise<EmbeddingValues | null> {
  const values = ["tempo", "rhythm", "spectral", "timbre"] as const;
  const engine = createEngine({ sampleRateHz: RENDER_RATE_HZ, channels: 1, pictures: false, values });
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
