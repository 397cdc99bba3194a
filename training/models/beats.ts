import type { Answer } from "@/bench/statistics/calibration";
import { FRAMES_PER_SECOND } from "@/lib/analysis/engine/streams";
import { type CandidateNetwork, candidateShares } from "@/lib/dsp/learned/candidate-network";
import { BAR_READINGS } from "@/lib/dsp/rhythm/bar-phase";
import { type BeatModel, estimateBeats } from "@/lib/dsp/rhythm/beats";
import { estimateTempo } from "@/lib/dsp/rhythm/tempo";
import { type BeatLesson, beatInput, beatLesson, isCompound } from "@/training/corpus/beat-lessons";
import { CORPUS, composeSeed } from "@/training/corpus/corpus";
import { type MeasuredPiece, measurePart } from "@/training/corpus/measurement";
import { calibrationReport, fitCalibration, UNCALIBRATED } from "@/training/learn/confidence-fit";
import { type Choice, trainNetworks } from "@/training/learn/network-training";
import { percent } from "@/training/learn/report-lines";
import { defineModel } from "@/training/learn/trainer";
import { asSource, asWritten, type WeightFile } from "@/training/learn/weight-file";

const NETWORKS = 2;
const OPTIONS = { hidden: 8, epochs: 30, decay: 0.02 };
/** Every fifth piece only shows how good the fit is. */
const HELD_OUT = 5;
/** Pieces in three are rare; each is learned from this often. */
const TERNARY_WEIGHT = 3;
const COMPOUND_WEIGHT = 3;
/** Digits of the weights. */
const DIGITS = 4;
const LEARNED = [
  ...[CORPUS.styles, CORPUS.ternary, CORPUS.human, CORPUS.solos],
  ...[CORPUS.machineStyles, CORPUS.machineHuman],
];

type Examples = { pieces: MeasuredPiece[]; rough: MeasuredPiece[] };
type Networks = Omit<BeatModel, "meter">;
/** The lessons, the networks that learned from all but the held-out ones, and what those say of other pieces. */
type Findings = { lessons: BeatLesson[]; trial: Networks; held: Answer[]; rough: Answer[] };

/** Beat level, bar length and downbeat, and what the metre's confidence is worth. */
export const beats = defineModel<Examples, BeatModel, Findings>({
  name: "beats",
  examples: async () => ({
    pieces: (await Promise.all(LEARNED.map((part) => measurePart(part)))).flat(),
    rough: await measurePart(CORPUS.calibration),
  }),
  train,
  report,
  weightFiles,
});

function train({ pieces, rough }: Examples): { weights: BeatModel; findings: Findings } {
  const lessons = pieces.flatMap((piece) => beatLesson(piece) ?? []);
  const trial = networksOf(lessons.filter(({ seed }) => seed % HELD_OUT !== 0));
  const answers = (set: MeasuredPiece[]) => set.flatMap((piece) => meterAnswer(piece, trial));
  const held = answers(pieces.filter(({ piece }) => piece.seed % HELD_OUT === 0));
  const findings = { lessons, trial, held, rough: answers(rough) };
  const meter = fitCalibration([...held, ...findings.rough]);
  return { weights: { ...networksOf(lessons), meter }, findings };
}

function networksOf(lessons: readonly BeatLesson[]): Networks {
  const bars = lessons.flatMap(({ bars }) => {
    if (!bars) return [];
    return new Array<Choice>(lengthOf(bars.right) === 3 ? TERNARY_WEIGHT : 1).fill(bars);
  });
  const compound = lessons.flatMap(({ compound }) =>
    new Array<Choice>(compound.right === 0 ? COMPOUND_WEIGHT : 1).fill(compound),
  );
  return { phase: learn(lessons.map(({ phase }) => phase)), bars: learn(bars), compound: learn(compound) };
}

const learn = (choices: Choice[]) => asWritten(trainNetworks(choices, NETWORKS, OPTIONS), DIGITS);

const lengthOf = (reading: number) => BAR_READINGS[reading]?.beatsPerBar;

/** Whether the metre of a piece is heard at the tempo that is heard, and with what confidence. */
function meterAnswer(measured: MeasuredPiece, networks: Networks): Answer[] {
  const piece = composeSeed(measured.piece.seed);
  const { strengths, durationSeconds } = measured;
  const tempo = estimateTempo({ strengths, framesPerSecond: FRAMES_PER_SECOND, durationSeconds, activation: null });
  const model = { ...networks, meter: UNCALIBRATED };
  const found = tempo.found && estimateBeats(beatInput(measured, piece, tempo.bpm), model);
  if (!found) return [];
  const right = isCompound(piece) ? found.meter.beatUnit === 8 : found.meter.beatsPerBar === piece.beatsPerBar;
  return [{ confidence: found.meter.confidence, right }];
}

async function report({ weights, findings }: { weights: BeatModel; findings: Findings }, { pieces }: Examples) {
  const { meter, ...networks } = weights;
  const third = (await measurePart(CORPUS.trial)).flatMap((piece) => meterAnswer(piece, networks));
  return [
    `${findings.lessons.length} of ${pieces.length} pieces can be learned from\n`,
    heldOutReport(findings),
    calibrationReport("metre, held out", findings.held, meter),
    calibrationReport("metre, rough recordings", findings.rough, meter),
    calibrationReport("metre, rough recordings through a third sound font", third, meter),
  ].join("");
}

/** How often the networks choose rightly on pieces they did not learn from. */
function heldOutReport({ lessons, trial }: Findings): string {
  const held = lessons.filter(({ seed }) => seed % HELD_OUT === 0);
  const phases = held.map(({ phase }) => phase);
  const bars = held.flatMap(({ bars }) => bars ?? []);
  const ofLength = (length: number) => bars.filter(({ right }) => lengthOf(right) === length);
  const compound = (right: number) =>
    held.flatMap((lesson) => (lesson.compound.right === right ? lesson.compound : []));
  const exact = (a: number, b: number) => a === b;
  const sameLength = (a: number, b: number) => lengthOf(a) === lengthOf(b);
  const lines = [
    `beat phase as tracked: ${phases.filter(({ right }) => right === 0).length} of ${held.length}`,
    `beat phase: ${rightShare(trial.phase, phases, exact)}`,
    `three: ${rightShare(trial.bars, ofLength(3), sameLength)}`,
    `four: ${rightShare(trial.bars, ofLength(4), sameLength)}`,
    `downbeat: ${rightShare(trial.bars, bars, exact)}`,
    `compound: ${rightShare(trial.compound, compound(0), exact)}`,
    `simple: ${rightShare(trial.compound, compound(1), exact)}`,
  ];
  return `held-out pieces\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function rightShare(
  networks: readonly CandidateNetwork[],
  choices: readonly Choice[],
  same: (a: number, b: number) => boolean,
): string {
  const hits = choices.filter(({ features, right }) => {
    const shares = candidateShares(networks, features);
    return same(shares.indexOf(Math.max(...shares)), right);
  });
  return `${percent(hits.length, choices.length)} of ${choices.length}`;
}

function weightFiles({ phase, bars, compound, meter }: BeatModel): WeightFile[] {
  const plain = (networks: readonly CandidateNetwork[]) => asSource(networks, DIGITS);
  const source = `import type { CandidateNetwork } from "@/lib/dsp/learned/candidate-network";
import type { Calibration } from "@/lib/dsp/learned/confidence";

/** Written by \`training/models/beats.ts\`; the scores of each list are averaged. */
export const PHASE_NETWORKS: readonly CandidateNetwork[] = ${plain(phase)};
export const BAR_NETWORKS: readonly CandidateNetwork[] = ${plain(bars)};
export const COMPOUND_NETWORKS: readonly CandidateNetwork[] = ${plain(compound)};
export const METER_CALIBRATION: Calibration = ${asSource(meter, DIGITS)};
`;
  return [{ path: "lib/dsp/rhythm/beat-weights.ts", source }];
}
