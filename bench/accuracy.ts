import { openFileSource } from "@/lib/analysis/containers/byte-source";
import { probeAudio } from "@/lib/analysis/containers/container";
import { decodeAudio } from "@/lib/analysis/decode";
import { createEngine } from "@/lib/analysis/engine";
import { TONICS } from "@/lib/analysis/schema";
import { type Answer, expectedCalibrationError, reliability } from "./calibration";
import { type LabelledFile, readLabels } from "./labels";
import { beatScore, keyScore, reportGroup, tempoAcc1, tempoAcc2 } from "./scores";

// Tempo, key, beats and metre of a labelled folder: BENCH_DATA=<folder> node scripts/run.mjs bench/accuracy.ts [--misses]

type Sums = {
  files: number;
  acc1: number;
  acc2: number;
  steady: number;
  precise: number;
  keys: number;
  exact: number;
  mirex: number;
  beatFiles: number;
  beatSum: number;
  downbeatFiles: number;
  downbeatSum: number;
  /** Files of each metre, and those of them it was found in. */
  meters: Record<Meter, { files: number; right: number }>;
};
type Meter = NonNullable<LabelledFile["meter"]>;
const PRECISE_BPM = 0.1;

async function analyse(path: string) {
  const source = openFileSource(path);
  try {
    const { probe, blocks } = await decodeAudio(source, probeAudio(source));
    const { sampleRateHz, channels } = probe;
    const engine = createEngine({
      sampleRateHz,
      channels,
      pictures: false,
      extractors: ["tempo", "key", "meter", "beats", "downbeats"],
    });
    let samples = 0;
    for await (const block of blocks) {
      engine.push(block);
      samples += block[0]?.length ?? 0;
    }
    return { ...engine.finish().features, durationSeconds: samples / sampleRateHz };
  } finally {
    source.close();
  }
}

const groups = new Map<string, Sums>();
/** How sure the engine was of each key it named. */
const keyAnswers: Answer[] = [];

function sumsOf(group: string): Sums {
  const known = groups.get(group);
  if (known) return known;
  const meters = { "3/4": { files: 0, right: 0 }, "4/4": { files: 0, right: 0 }, "6/8": { files: 0, right: 0 } };
  const beats = { beatFiles: 0, beatSum: 0, downbeatFiles: 0, downbeatSum: 0, meters };
  const fresh = { files: 0, acc1: 0, acc2: 0, steady: 0, precise: 0, keys: 0, exact: 0, mirex: 0, ...beats };
  groups.set(group, fresh);
  return fresh;
}

function score(file: LabelledFile, found: Awaited<ReturnType<typeof analyse>>): void {
  const { bpm: expected, tonic, mode } = file;
  const bpm = found.tempo?.bpm ?? null;
  const key = found.key && { tonic: TONICS.indexOf(found.key.tonic), mode: found.key.mode };
  for (const sums of [sumsOf(reportGroup(file, found.durationSeconds)), sumsOf("all")]) {
    if (expected !== null) {
      const right = tempoAcc1(bpm, expected);
      sums.files++;
      sums.acc1 += Number(right);
      sums.acc2 += Number(tempoAcc2(bpm, expected));
      if (right && file.steady) {
        sums.steady++;
        sums.precise += Number(Math.abs((bpm ?? 0) - expected) <= PRECISE_BPM);
      }
    }
    if (tonic !== null && mode !== null) {
      const points = keyScore(key, { tonic, mode });
      sums.keys++;
      sums.exact += Number(points === 1);
      sums.mirex += points;
    }
  }
  if (tonic !== null && mode !== null && found.key && key) {
    keyAnswers.push({ confidence: found.key.confidence, right: keyScore(key, { tonic, mode }) === 1 });
  }
  scoreBeats(file, found);
  if (expected !== null && !tempoAcc1(bpm, expected) && process.argv.includes("--misses")) {
    process.stdout.write(`  ${file.group} ${file.genre} ${expected} -> ${bpm?.toFixed(2) ?? "none"}\n`);
  }
}

function scoreBeats(file: LabelledFile, found: Awaited<ReturnType<typeof analyse>>): void {
  const meter = found.meter && `${found.meter.beatsPerBar}/${found.meter.beatUnit}`;
  for (const sums of [sumsOf(reportGroup(file, found.durationSeconds)), sumsOf("all")]) {
    if (file.meter !== null) {
      sums.meters[file.meter].files++;
      sums.meters[file.meter].right += Number(meter === file.meter);
    }
    if (file.beats === null) continue;
    const labels = file.beats.filter(({ seconds }) => seconds < found.durationSeconds);
    sums.beatFiles++;
    sums.beatSum += beatScore(
      found.beats ?? [],
      labels.map(({ seconds }) => seconds),
    );
    sums.downbeatFiles++;
    const first = labels.filter(({ position }) => position === 1);
    sums.downbeatSum += beatScore(
      found.downbeats ?? [],
      first.map(({ seconds }) => seconds),
    );
  }
}

const share = (part: number, whole: number) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(0)} %`);

function reportCalibration(): void {
  const error = expectedCalibrationError(keyAnswers).toFixed(3);
  process.stdout.write(`key confidence ${keyAnswers.length}: expected calibration error ${error}\n`);
  for (const { confidence, right, count } of reliability(keyAnswers)) {
    process.stdout.write(`  ${confidence.toFixed(2)} said, ${right.toFixed(2)} right, of ${count}\n`);
  }
}

const mean = (sum: number, count: number) => (count === 0 ? "–" : (sum / count).toFixed(3));

const isLabelled = ({ bpm, tonic, mode, beats, meter }: LabelledFile) =>
  bpm !== null || (tonic !== null && mode !== null) || beats !== null || meter !== null;

async function main(): Promise<void> {
  const folder = process.env.BENCH_DATA;
  if (!folder) throw new Error("BENCH_DATA must name a folder with a labels.csv");
  for (const file of readLabels(folder)) {
    if (isLabelled(file)) score(file, await analyse(file.path));
  }
  for (const [group, s] of groups) {
    const tempo = `tempo ${s.files}: Acc1 ${share(s.acc1, s.files)}, Acc2 ${share(s.acc2, s.files)}`;
    const fine = `within 0.1 BPM ${share(s.precise, s.steady)} of ${s.steady}`;
    const key = `key ${s.keys}: exact ${share(s.exact, s.keys)}, MIREX ${share(s.mirex, s.keys)}`;
    const beats = `beats ${s.beatFiles}: F ${mean(s.beatSum, s.beatFiles)}, downbeats F ${mean(s.downbeatSum, s.downbeatFiles)}`;
    const meters = Object.entries(s.meters).map(([meter, { files, right }]) => `${meter} ${right} of ${files}`);
    process.stdout.write(`${group.padEnd(12)} ${tempo}, ${fine}; ${key}; ${beats}; ${meters.join(", ")}\n`);
  }
  reportCalibration();
}

await main();
