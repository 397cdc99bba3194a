import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { machineDescription } from "@/bench/report/machine-description";
import { markdownTable } from "@/bench/report/markdown-table";
import { type Answer, expectedCalibrationError } from "@/bench/statistics/calibration";
import { FRAMES_PER_SECOND } from "@/lib/analysis/engine/streams";
import { findBeatGrid } from "@/lib/analysis/extractors/beat-grid";
import { LISTENED_SECONDS } from "@/lib/analysis/extractors/onsets";
import { beatActivation } from "@/lib/dsp/rhythm/beat-activation";
import { estimateTempo } from "@/lib/dsp/rhythm/tempo";
import type { PlayedPiece } from "@/training/compose/played/played-piece";
import { type BeatExample, measureBeats } from "@/training/corpus/beat-corpus";
import { CORPUS, seedsOf } from "@/training/corpus/corpus";
import { type Found, type Judged, judged, MEASURES } from "./played-scores";

// Tempo, beats, downbeats and metre on music that is played as people are known to play, by kind:
// npm run bench:played -- [--misses] [--out <folder>]
// The pieces are composed and rendered once and kept in .cache/train; nothing is learned from them.

const { values } = parseArgs({
  options: { misses: { type: "boolean", default: false }, out: { type: "string", default: "bench/results" } },
});

const PARTS = [CORPUS.playedTrial, CORPUS.medleyTrial, CORPUS.heldTrial];

function find({ strengths, frames, chroma, chromaPerSecond, durationSeconds }: BeatExample): Found {
  const activation = beatActivation(frames, durationSeconds);
  const tempo = estimateTempo({ strengths, framesPerSecond: FRAMES_PER_SECOND, durationSeconds, activation });
  const grid = findBeatGrid({
    strengths,
    chroma,
    chromaPerSecond,
    tempo,
    activation,
    durationSeconds,
    framesPerSecond: FRAMES_PER_SECOND,
    listenedSeconds: LISTENED_SECONDS,
  });
  return { tempo, grid: grid.value };
}

function tell({ style, seed, bpm }: PlayedPiece, { tempo, grid }: Found, { scores }: Judged): void {
  const heard = tempo.found ? `${tempo.bpm.toFixed(1)} (${tempo.confidence.toFixed(2)})` : tempo.reason;
  const bars = grid ? `${grid.meter.beatsPerBar}/${grid.meter.beatUnit}` : "none";
  const beats = (scores["beats F"] ?? 0).toFixed(2);
  process.stdout.write(`  ${seed} ${style} ${bpm.toFixed(1)} -> ${heard}, ${bars}, beats ${beats}\n`);
}

const shown = (numbers: readonly number[]) =>
  numbers.length === 0 ? "" : ((100 * numbers.reduce((sum, value) => sum + value, 0)) / numbers.length).toFixed(1);

const errorOf = (answers: readonly (Answer | null)[]) => {
  const given = answers.filter((answer) => answer !== null);
  return given.length === 0 ? "" : expectedCalibrationError(given).toFixed(3);
};

function table(byKind: ReadonlyMap<string, readonly Judged[]>): string {
  const head = ["", "pieces", ...MEASURES, "tempo ECE", "metre ECE"];
  const rows = [...byKind].map(([kind, all]) => [
    kind,
    String(all.length),
    ...MEASURES.map((measure) => shown(all.flatMap(({ scores }) => scores[measure] ?? []))),
    errorOf(all.map(({ tempo }) => tempo)),
    errorOf(all.map(({ meter }) => meter)),
  ]);
  return markdownTable(head, rows);
}

async function main(): Promise<void> {
  const examples = await measureBeats(PARTS.flatMap(seedsOf), "development set", true);
  const byKind = new Map<string, Judged[]>([["all", []]]);
  for (const example of examples) {
    const piece = { ...example.piece, notes: [], programs: [] };
    const found = find(example);
    const scored = judged(piece, found);
    for (const kind of ["all", piece.kind]) byKind.set(kind, [...(byKind.get(kind) ?? []), scored]);
    if (values.misses && (scored.scores["tempo Acc1"] === 0 || (scored.scores["beats F"] ?? 1) < 0.5))
      tell(piece, found, scored);
  }
  const report = `# Music as people play it\n\n${machineDescription()}\n\n${table(byKind)}\n`;
  process.stdout.write(report);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "played.md"), report);
}

await main();
