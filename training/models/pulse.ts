import { beatScore } from "@/bench/accuracy/scores";
import type { Answer } from "@/bench/statistics/calibration";
import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { FRAMES_PER_SECOND } from "@/lib/analysis/engine/streams";
import type { Calibration } from "@/lib/dsp/learned/confidence";
import { type PackedTemporalNetwork, TemporalNetwork } from "@/lib/dsp/learned/temporal-network";
import { BEAT_OUTPUTS, beatActivation, ROW_LEAD_SECONDS, ROWS_PER_SECOND } from "@/lib/dsp/rhythm/beat-activation";
import { decodeBeats, PLAYED_MANNER } from "@/lib/dsp/rhythm/beat-decoding";
import { BEAT_FRAME_LAYOUT } from "@/lib/dsp/rhythm/beat-frames";
import { ONSET_LEAD_SECONDS } from "@/lib/dsp/rhythm/beats";
import { estimateTempo } from "@/lib/dsp/rhythm/tempo";
import { type BeatExample, measureBeats } from "@/training/corpus/beat-corpus";
import { CORPUS, type CorpusPart, seedsOf } from "@/training/corpus/corpus";
import { calibrationReport, fitCalibration, UNCALIBRATED } from "@/training/learn/confidence-fit";
import { type TemporalLesson, trainTemporal } from "@/training/learn/temporal-training";
import { defineModel } from "@/training/learn/trainer";

const WIDTH = BEAT_FRAME_LAYOUT.size;
/** A row next to a beat is half a beat. */
const NEIGHBOUR = 0.5;
/** Most lessons are sped up or slowed down by so much at most, so that no tempo is known by heart. */
const STRETCH = 1.22;
const STRETCH_CHANCE = 0.7;
/** Spread of the gain of each input, in logarithms: no instrument or room is known by heart either. */
const GAIN_SPREAD = 0.1;
/** A lesson is so much of a piece, from anywhere. */
const LESSON_ROWS = 14 * ROWS_PER_SECOND;
const DILATIONS = [1, 2, 4, 8, 16, 32, 64, 128, 256];
/** How much each of `BEAT_OUTPUTS` counts. */
const WEIGHTS = [1, 1, 0.05, 0.05];
const DECAY = 1e-4;
const WITHIN = 0.04;
const CHANNELS = 12;
const EPOCHS = 26;

/** Some pieces of a part, each so many seeds after the one before: all its styles, but not all its pieces. */
const some = ({ firstSeed }: CorpusPart, step: number, counts: readonly number[], apart: number) =>
  counts.flatMap((count, turn) => Array.from({ length: count }, (_, i) => firstSeed + turn * apart + i * step));
const LEARNED = [
  ...seedsOf(CORPUS.played),
  ...some(CORPUS.styles, 9, [60, 60], 3),
  ...some(CORPUS.ternary, 6, [7], 0),
  ...some(CORPUS.human, 6, [25, 20], 2),
  ...some(CORPUS.solos, 4, [25, 20], 2),
  ...some(CORPUS.pulse, 4, [10], 0),
  ...some(CORPUS.shortLoops, 8, [28], 0),
  ...some(CORPUS.machineLoops, 17, [37], 0),
  ...some(CORPUS.machineStyles, 10, [64, 50], 5),
  ...some(CORPUS.machineHuman, 12, [64, 20], 5),
];

/** Music that the network does not learn from: what the confidence of a tempo that was followed is worth. */
const CALIBRATED = [
  ...seedsOf(CORPUS.playedCalibration),
  ...some(CORPUS.styles, 9, [0, 0, 40], 3),
  ...some(CORPUS.human, 6, [0, 0, 12], 2),
  ...some(CORPUS.machineStyles, 10, [0, 40], 2),
  ...some(CORPUS.machineHuman, 12, [0, 20], 2),
];

type Examples = { learned: BeatExample[]; calibrated: BeatExample[]; trial: BeatExample[] };
type Weights = { network: PackedTemporalNetwork; calibration: Calibration };

/** Where beats and downbeats fall. */
export const pulse = defineModel<Examples, Weights, Answer[]>({
  name: "pulse",
  examples: async () => ({
    learned: await measureBeats(LEARNED, "beats"),
    calibrated: await measureBeats(CALIBRATED, "beats for confidence", true),
    trial: await measureBeats(seedsOf(CORPUS.playedTrial), "beats not learned from", true),
  }),
  train: ({ learned, calibrated }) => {
    const progress = (epoch: number, loss: number) =>
      void process.stderr.write(`epoch ${epoch} of ${EPOCHS}: ${loss.toFixed(5)}\n`);
    const network = beatNetwork(learned, { channels: CHANNELS, epochs: EPOCHS, progress });
    const { calibration, answers } = fitPath(calibrated, network);
    return { weights: { network, calibration }, findings: answers };
  },
  report: ({ weights: { network, calibration }, findings }, { trial }) => {
    const unpacked = new TemporalNetwork(network);
    const scores = trial.map(({ piece, frames }) => ({ kind: piece.kind, score: scoreOf(piece, frames, unpacked) }));
    const mean = (kind: string) => {
      const own = scores.filter((one) => one.kind === kind);
      return own.reduce((sum, { score }) => sum + score / own.length, 0);
    };
    const kinds = [...new Set(scores.map(({ kind }) => kind))];
    return [
      ...kinds.map((kind) => `beats F, ${kind}: ${mean(kind).toFixed(3)}\n`),
      calibrationReport("tempo that was followed", findings, calibration),
      calibrationReport("the same, not fitted on", pathAnswers(trial, unpacked), calibration),
    ].join("");
  },
  weightFiles: ({ network, calibration }) => [
    {
      path: "lib/dsp/rhythm/pulse-weights.ts",
      source: `import type { Calibration } from "@/lib/dsp/learned/confidence";
import type { PackedTemporalNetwork } from "@/lib/dsp/learned/temporal-network";

/** Written by \`training/models/pulse.ts\`: what is heard, and what the confidence of a tempo that was followed is worth. */
export const PULSE_NETWORK: PackedTemporalNetwork = ${JSON.stringify(network)};
export const PATH_CALIBRATION: Calibration = ${JSON.stringify(calibration)};
`,
    },
  ],
});

function fitPath(examples: readonly BeatExample[], network: PackedTemporalNetwork) {
  const answers = pathAnswers(examples, new TemporalNetwork(network));
  return { answers, calibration: fitCalibration(answers) };
}

/** How much is believed in each tempo that was followed, and whether it is within 4 % of the truth. */
function pathAnswers(examples: readonly BeatExample[], network: TemporalNetwork): Answer[] {
  return examples.flatMap(({ piece, strengths, frames, durationSeconds }) => {
    const activation = beatActivation(frames, durationSeconds, network);
    const heard = { strengths, framesPerSecond: FRAMES_PER_SECOND, durationSeconds, activation };
    const tempo = estimateTempo(heard, UNCALIBRATED);
    if (!tempo.found || !tempo.path) return [];
    return [{ confidence: tempo.confidence, right: Math.abs(tempo.bpm / piece.bpm - 1) <= WITHIN }];
  });
}

/** How well the beats that are decoded without a word on the tempo agree with those of the piece. */
function scoreOf({ beatSeconds }: BeatExample["piece"], rows: Float32Array, network: TemporalNetwork): number {
  const activation = beatActivation(rows, rows.length / BEAT_FRAME_LAYOUT.size / ROWS_PER_SECOND, network);
  const found = decodeBeats(activation?.beat ?? new Float32Array(), ROWS_PER_SECOND, PLAYED_MANNER);
  const seconds = found.map((row) => row / ROWS_PER_SECOND + ROW_LEAD_SECONDS + ONSET_LEAD_SECONDS);
  return beatScore(seconds, beatSeconds);
}

type BeatNetworkOptions = { channels: number; epochs: number; progress: (epoch: number, loss: number) => void };

/** Learns where beats and downbeats fall. */
function beatNetwork(
  examples: readonly BeatExample[],
  { channels, epochs, progress }: BeatNetworkOptions,
): PackedTemporalNetwork {
  return trainTemporal({
    channels,
    dilations: DILATIONS,
    epochs,
    decay: DECAY,
    seed: 1,
    weights: WEIGHTS,
    lessons: examples.length,
    lesson: (index, random) => lessonOf(examples[index] as BeatExample, random),
    ...moments(examples),
    progress,
  });
}

/** Part of a piece, at its own tempo or at another one. */
function lessonOf({ piece, frames: rows }: BeatExample, random: SeededRandom): TemporalLesson {
  const rate = random.chance(STRETCH_CHANCE) ? STRETCH ** (2 * random.next() - 1) : 1;
  const count = Math.floor(rows.length / WIDTH);
  const frames = Math.max(2, Math.min(LESSON_ROWS, Math.floor((count - 1) / rate)));
  const start = random.next() * Math.max(0, count - 1 - frames * rate);
  const gains = Array.from({ length: WIDTH }, () => Math.exp(GAIN_SPREAD * random.bell()));
  const stretched = new Float32Array(frames * WIDTH);
  for (let t = 0; t < frames; t++) {
    const from = start + t * rate;
    const base = Math.min(count - 2, Math.floor(from));
    const share = from - base;
    for (let i = 0; i < WIDTH; i++) {
      const [a, b] = [rows[base * WIDTH + i] as number, rows[(base + 1) * WIDTH + i] as number];
      stretched[t * WIDTH + i] = (a + (b - a) * share) * (gains[i] as number);
    }
  }
  const rowsOf = (seconds: readonly number[]) =>
    seconds.map((at) => ((at - ONSET_LEAD_SECONDS - ROW_LEAD_SECONDS) * ROWS_PER_SECOND - start) / rate);
  return { rows: stretched, frames, wanted: wantedOf(piece, rowsOf, frames) };
}

function wantedOf(
  { beatSeconds, downbeatSeconds, compound, meter }: BeatExample["piece"],
  rowsOf: (seconds: readonly number[]) => number[],
  frames: number,
): Float32Array[] {
  const beats = rowsOf(beatSeconds);
  const triple = meter === "3/4" || meter === "9/8";
  const onBeats = (share: number) => {
    const wanted = new Float32Array(frames).fill(Number.NaN);
    for (const beat of beats) {
      const row = Math.round(beat);
      if (row >= 0 && row < frames) wanted[row] = share;
    }
    return wanted;
  };
  const outputs: Record<(typeof BEAT_OUTPUTS)[number], Float32Array> = {
    beat: peaks(beats, frames),
    downbeat: peaks(rowsOf(downbeatSeconds), frames),
    thirds: onBeats(compound ? 1 : 0),
    triple: onBeats(triple ? 1 : 0),
  };
  return BEAT_OUTPUTS.map((name) => outputs[name]);
}

function peaks(at: readonly number[], frames: number): Float32Array {
  const wanted = new Float32Array(frames);
  for (const place of at) {
    const row = Math.round(place);
    for (const [near, share] of [
      [row - 1, NEIGHBOUR],
      [row + 1, NEIGHBOUR],
      [row, 1],
    ] as const) {
      if (near >= 0 && near < frames) wanted[near] = Math.max(share, wanted[near] as number);
    }
  }
  return wanted;
}

function moments(examples: readonly BeatExample[]): { mean: Float32Array; deviation: Float32Array } {
  const sum = new Float64Array(WIDTH);
  const squares = new Float64Array(WIDTH);
  let count = 0;
  for (const { frames } of examples) {
    for (let at = 0; at < frames.length; at += WIDTH) {
      for (let i = 0; i < WIDTH; i++) {
        const x = frames[at + i] as number;
        sum[i] = (sum[i] as number) + x;
        squares[i] = (squares[i] as number) + x * x;
      }
      count++;
    }
  }
  const mean = Float32Array.from(sum, (value) => value / count);
  return { mean, deviation: mean.map((m, i) => Math.sqrt(Math.max(1e-6, (squares[i] as number) / count - m * m))) };
}
