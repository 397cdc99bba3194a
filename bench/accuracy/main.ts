import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { type LabelledFile, readLabels } from "@/bench/labels/labelled-file";
import type { Peer, PeerAnswer, PeerAnswers } from "@/bench/peers/answers";
import { foundPeers } from "@/bench/peers/found-peers";
import { machineDescription } from "@/bench/report/machine-description";
import type { Answer } from "@/bench/statistics/calibration";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { AnalysisPool } from "@/lib/analysis/worker/pool";
import { reliabilityPlot } from "./reliability-plot";
import { accuracyReport, type LoudnessErrors, slug } from "./report";
import { ScoreBook } from "./score-book";
import { reportGroup, tempoAcc1 } from "./scores";
import { type Calibrated, calibrationAnswers, comparable, OURS, scoreAnswer, scoreRecord } from "./scoring";

// How often the analyser is right about the files of a labelled folder, beside the peers that are installed:
// BENCH_DATA=<folder> npm run bench:accuracy -- [--only synth,loops] [--no-peers] [--misses] [--out <folder>]

const REFERENCE = "ffmpeg ebur128";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    "no-peers": { type: "boolean", default: false },
    misses: { type: "boolean", default: false },
    out: { type: "string", default: "bench/results" },
  },
});

const book = new ScoreBook();
const calibration = new Map<Calibrated, Answer[]>();
const loudness: LoudnessErrors = new Map();
let audioSeconds = 0;

function enter(labelled: LabelledFile, record: AnalysisRecord, peers: PeerAnswers): void {
  // A file may end before its last labelled beat.
  const beats = labelled.beats?.filter(({ seconds }) => seconds < record.durationSeconds) ?? null;
  const file = { ...labelled, beats };
  audioSeconds += record.durationSeconds;
  const groups = [reportGroup(file, record.durationSeconds), "all"];
  const answers: PeerAnswers = { [OURS]: comparable(record), ...peers };
  for (const [method, answer] of Object.entries(answers)) scoreAnswer(book, method, groups, file, answer);
  scoreRecord(book, groups, file, record);
  for (const [name, answer] of Object.entries(calibrationAnswers(file, record))) {
    const known = calibration.get(name as Calibrated) ?? [];
    calibration.set(name as Calibrated, [...known, answer]);
  }
  enterLoudness(answers);
  if (values.misses) tellMiss(file, record);
}

function enterLoudness(answers: Record<string, PeerAnswer>): void {
  const reference = answers[REFERENCE];
  if (!reference) return;
  for (const [method, answer] of Object.entries(answers)) {
    if (method === REFERENCE || answer.integratedLufs === undefined) continue;
    const errors = loudness.get(method) ?? { lufs: [], truePeak: [] };
    loudness.set(method, errors);
    if (answer.integratedLufs !== null && reference.integratedLufs != null) {
      errors.lufs.push(answer.integratedLufs - reference.integratedLufs);
    }
    if (answer.truePeakDbtp != null && reference.truePeakDbtp != null) {
      errors.truePeak.push(answer.truePeakDbtp - reference.truePeakDbtp);
    }
  }
}

function tellMiss(file: LabelledFile, { tempo }: AnalysisRecord): void {
  const { bpm, group, genre } = file;
  if (bpm === null || tempoAcc1(tempo?.bpm ?? null, bpm)) return;
  process.stdout.write(`  tempo ${group} ${genre} ${bpm} -> ${tempo?.bpm.toFixed(2) ?? "none"}\n`);
}

/** One peer after another, since some cannot run at once. A peer that fails on a file has no answer there. */
async function askPeers(
  peers: readonly Peer[],
  file: LabelledFile,
  failed: (line: string) => void,
): Promise<PeerAnswers> {
  const wanted = { tempo: file.bpm !== null, key: file.tonic !== null && file.mode !== null, beats: !!file.beats };
  const answers: PeerAnswers = {};
  for (const peer of peers) {
    try {
      Object.assign(answers, await peer.answers(file, wanted));
    } catch (error) {
      failed(`${peer.name} failed on ${basename(file.path)}, which its rows leave out: ${String(error)}`);
    }
  }
  return answers;
}

async function measure(
  files: readonly LabelledFile[],
  peers: readonly Peer[],
  failed: (line: string) => void,
): Promise<void> {
  const pool = new AnalysisPool();
  try {
    const ours = files.map(async ({ path }) => {
      const { record } = await pool.analyze({ path, fairnessKey: "bench", pictures: false });
      return record;
    });
    // Failures are reported below, where each analysis is awaited.
    for (const analysis of ours) analysis.catch(() => undefined);
    for (const [index, file] of files.entries()) {
      const record = await ours[index];
      if (record) enter(file, record, await askPeers(peers, file, failed));
      if (process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${files.length}`);
    }
  } finally {
    pool.close();
    for (const peer of peers) peer.close?.();
  }
}

async function main(): Promise<void> {
  const folder = process.env.BENCH_DATA;
  if (!folder) throw new Error("BENCH_DATA must name a folder with a labels.csv");
  const only = values.only?.split(",");
  const files = readLabels(folder).filter(({ group }) => !only || only.includes(group));
  if (files.length === 0) throw new Error(`no files in ${only?.join(", ") ?? folder}`);
  const missing: string[] = [];
  const miss = (line: string) => {
    missing.push(line);
    process.stderr.write(`${line}\n`);
  };
  const peers = values["no-peers"] ? [] : await foundPeers(miss);
  await measure(files, peers, miss);
  const names = peers.map(({ name }) => name);
  const date = new Date().toISOString().slice(0, 10);
  const setting = { machine: machineDescription(), peers: names, missing, files: files.length, audioSeconds, date };
  const report = accuracyReport({ book, calibration, loudness, setting });
  process.stdout.write(report);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "accuracy.md"), report);
  for (const [name, answers] of calibration) {
    writeFileSync(join(values.out, `reliability-${slug(name)}.svg`), reliabilityPlot(name, answers));
  }
}

await main();
