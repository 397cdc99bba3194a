import { type LabelledFile, readLabels } from "@/bench/labels/labelled-file";
import { variationOf } from "@/bench/retrieval/sound-class";
import { type Answer, expectedCalibrationError } from "@/bench/statistics/calibration";
import type { Embedding } from "@/lib/analysis/record/values/embedding";
import { AnalysisPool } from "@/lib/analysis/worker/pool";
import { ASPECTS, type AspectWeights } from "@/lib/similarity/schema";
import { NEIGHBOURS, SUGGESTED_FROM, TAG_KINDS, WEIGHTS } from "@/lib/tag-suggestions/constants";
import { type LibraryCounts, type Neighbour, suggestTags } from "@/lib/tag-suggestions/suggest-tags";
import { labelOf } from "./label-of";

// How often suggested instruments and genres are right, one file after the other left out of a library in which all
// others have the tag of their label: BENCH_DATA=<folder> npm run bench:tags

interface Heard {
  path: string;
  label: string;
  group: string;
  variation: string;
  embedding: Embedding;
}

async function hear(pool: AnalysisPool, file: LabelledFile): Promise<Heard[]> {
  const label = labelOf(file);
  if (label === null) return [];
  const { path, group } = file;
  const { record } = await pool.analyze({ path, fairnessKey: "bench", pictures: false, values: ["embedding"] });
  if (!record.embedding) return [];
  return [{ path, label, group, variation: variationOf(path), embedding: record.embedding }];
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** As the index compares: the weighted mean of the aspects' cosines. */
function similarity(a: Embedding, b: Embedding, weights: AspectWeights): number {
  const total = ASPECTS.reduce((sum, aspect) => sum + weights[aspect], 0);
  const cosine = (aspect: (typeof ASPECTS)[number]) =>
    dot(a[aspect], b[aspect]) / (Math.hypot(...a[aspect]) * Math.hypot(...b[aspect]));
  return Math.max(0, ASPECTS.reduce((sum, aspect) => sum + weights[aspect] * cosine(aspect), 0) / total);
}

/** All suggestions for a file from the rest of its library. `leaveOut`: files that do not count as the rest. */
function suggestedFor(one: Heard, library: readonly Heard[], leaveOut: (other: Heard) => boolean) {
  const others = library.filter((other) => other !== one && !leaveOut(other));
  const near = (weights: AspectWeights): Neighbour[] =>
    others
      .map(({ path, label, embedding }) => {
        const tags = new Set([label]);
        return {
          sampleId: path,
          tags,
          own: tags,
          refused: NONE,
          similarity: similarity(one.embedding, embedding, weights),
        };
      })
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, NEIGHBOURS);
  const neighbours = Object.fromEntries(TAG_KINDS.map((kind) => [kind, near(WEIGHTS[kind])])) as Record<
    (typeof TAG_KINDS)[number],
    Neighbour[]
  >;
  const withTag = new Map<string, number>();
  for (const { label } of others) withTag.set(label, (withTag.get(label) ?? 0) + 1);
  const counts: LibraryCounts = { samples: others.length, tagged: others.length, withTag };
  return suggestTags({ sampleId: one.path, tags: NONE, refused: NONE }, neighbours, counts, 0);
}

const NONE: ReadonlySet<string> = new Set();
const percent = (share: number) => (Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : "–");

function report(name: string, library: readonly Heard[], leaveOut: (one: Heard, other: Heard) => boolean): void {
  const answers: Answer[] = [];
  let found = 0;
  for (const one of library) {
    const all = suggestedFor(one, library, (other) => leaveOut(one, other));
    for (const { tag, confidence } of all) answers.push({ confidence, right: tag === one.label });
    if (all.some(({ tag, confidence }) => tag === one.label && confidence >= SUGGESTED_FROM)) found += 1;
  }
  const made = answers.filter(({ confidence }) => confidence >= SUGGESTED_FROM);
  const right = made.filter((answer) => answer.right).length;
  process.stdout.write(
    `${name}: ${library.length} files; ${made.length} suggestions, ${percent(right / made.length)} right; ` +
      `the label is suggested for ${percent(found / library.length)}; ` +
      `calibration error ${expectedCalibrationError(made).toFixed(3)}\n`,
  );
  for (let from = 0; from < 1; from += 0.1) {
    const bin = answers.filter(({ confidence }) => confidence >= from && confidence < from + 0.1);
    const share = bin.filter((answer) => answer.right).length / bin.length;
    process.stdout.write(
      `  confidence ${from.toFixed(1)}–${(from + 0.1).toFixed(1)}: ${bin.length}, ${percent(share)} right\n`,
    );
  }
}

async function main(): Promise<void> {
  const folder = process.env.BENCH_DATA;
  if (!folder) throw new Error("BENCH_DATA must name a folder with a labels.csv");
  const pool = new AnalysisPool();
  try {
    const all = (await Promise.all(readLabels(folder).map((file) => hear(pool, file)))).flat();
    const [single, pieces] = [
      all.filter(({ group }) => group === "oneshots"),
      all.filter(({ group }) => group === "synth"),
    ];
    report("instruments of single sounds", single, () => false);
    report("the same without other takes of the sound", single, (one, other) => one.variation === other.variation);
    report("genres of pieces", pieces, () => false);
  } finally {
    pool.close();
  }
}

await main();
