import { type Answer, reliability } from "@/bench/statistics/calibration";
import { KEY_INPUTS, type KeyWeights } from "@/lib/dsp/harmony/key-scores";
import { CORPUS, type CorpusPart, seedsOf } from "@/training/corpus/corpus";
import { type KeyExample as Example, keyExample, keyExamples } from "@/training/corpus/key-examples";
import { measureSeeds } from "@/training/corpus/measurement";
import { Adam } from "@/training/learn/adam";
import { applyCalibration, calibrationReport, fitCalibration } from "@/training/learn/confidence-fit";
import { asSource, type WeightFile } from "@/training/learn/weight-file";
import { tunesReport } from "@/training/tunes/trial";

const STEPS = 200;
const DECAY = 1e-4;
const RATE = 0.1;
const FOLDS = 3;
/** A key that is out of the question, or settled, moves nothing. */
const NEGLIGIBLE = 1e-3;
/** Digits of the weights. */
const DIGITS = 5;

/** Scores of the 12 major and then the 12 minor keys. */
function scoresOf({ inputs }: Pick<Example, "inputs">, weights: Float64Array): Float64Array {
  const scores = new Float64Array(24);
  for (let key = 0; key < 24; key++) {
    const x = inputs[key % 12] as Float64Array;
    const offset = key < 12 ? 0 : KEY_INPUTS;
    let sum = 0;
    for (let j = 0; j < KEY_INPUTS; j++) sum += (x[j] as number) * (weights[offset + j] as number);
    scores[key] = sum;
  }
  return scores;
}

function softmax(scores: Float64Array): Float64Array {
  const best = Math.max(...scores);
  const beliefs = scores.map((score) => Math.exp(score - best));
  const total = beliefs.reduce((sum, belief) => sum + belief, 0);
  return beliefs.map((belief) => belief / total);
}

function addGradient(example: Pick<Example, "inputs" | "right">, weights: Float64Array, gradient: Float64Array): void {
  const beliefs = softmax(scoresOf(example, weights));
  for (let key = 0; key < 24; key++) {
    const error = (beliefs[key] as number) - (key === example.right ? 1 : 0);
    if (Math.abs(error) < NEGLIGIBLE) continue;
    const x = example.inputs[key % 12] as Float64Array;
    const offset = key < 12 ? 0 : KEY_INPUTS;
    for (let j = 0; j < KEY_INPUTS; j++) (gradient[offset + j] as number) += error * (x[j] as number);
  }
}

/** Minimises the cross entropy of the softmax over the 24 keys. */
function learn(examples: Pick<Example, "inputs" | "right">[]): Float64Array {
  const weights = new Float64Array(KEY_INPUTS * 2);
  const gradient = new Float64Array(weights.length);
  const adam = new Adam(weights.length);
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0);
    for (const example of examples) addGradient(example, weights, gradient);
    adam.step(weights, gradient, examples.length, DECAY, RATE);
  }
  return weights;
}

/** Scores of every piece by weights learnt without its fold. */
function heldOutScores(examples: Example[]): Float64Array[] {
  const scores: Float64Array[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = learn(examples.filter((_, index) => index % FOLDS !== fold));
    examples.forEach((example, index) => {
      if (index % FOLDS === fold) scores[index] = scoresOf(example, weights);
    });
  }
  return scores;
}

function beliefOf({ right }: Example, scores: Float64Array): Answer {
  const beliefs = softmax(scores);
  const confidence = Math.max(...beliefs);
  return { confidence, right: beliefs.indexOf(confidence) === right };
}

const list = (weights: Float64Array, from: number) => [...weights.slice(from, from + KEY_INPUTS)];
const rounded = (weights: Float64Array) => weights.map((value) => Number(value.toPrecision(DIGITS)));

function weightsFile(whole: Float64Array, passage: Float64Array): WeightFile {
  const plain = (weights: Float64Array) => {
    const learnt: KeyWeights = { major: list(weights, 0), minor: list(weights, KEY_INPUTS) };
    return asSource(learnt, DIGITS);
  };
  const source = `import type { KeyWeights } from "./key-scores";

/** Written by \`training/models/key.ts\`. */
export const KEY_WEIGHTS: KeyWeights = ${plain(whole)};

/** For passages, whose opening tells nothing. */
export const PASSAGE_KEY_WEIGHTS: KeyWeights = ${plain(passage)};
`;
  return { path: "lib/dsp/harmony/key-weights.ts", source };
}

function calibrationFile(calibration: ReturnType<typeof fitCalibration>): WeightFile {
  const source = `import type { Calibration } from "@/lib/dsp/learned/confidence";

/** Written by \`training/models/key.ts\`: straight line through the log odds of being right. */
export const KEY_CALIBRATION: Calibration = ${asSource(calibration, DIGITS)};
`;
  return { path: "lib/dsp/harmony/key-calibration.ts", source };
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

function report(examples: Example[], beliefs: Answer[]): void {
  const groups = new Map<string, Answer[]>([["all", beliefs]]);
  examples.forEach(({ style }, index) => {
    const belief = beliefs[index];
    if (belief) groups.set(style, [...(groups.get(style) ?? []), belief]);
  });
  for (const [style, list] of groups) {
    const right = list.filter((belief) => belief.right).length;
    process.stdout.write(`  ${style}: ${percent(right, list.length)} of ${list.length} right on held-out pieces\n`);
  }
}

/** Beliefs about the rough recordings of a part, of which no composition was learned from. */
async function roughBeliefs(part: CorpusPart, weights: Float64Array): Promise<Answer[]> {
  const pieces = await measureSeeds(seedsOf(part), part.name);
  return pieces.flatMap(({ piece, chroma }) => {
    if (!chroma || piece.drumsOnly || chroma.whole.frames === 0) return [];
    const example = keyExample(piece, chroma);
    return [beliefOf(example, scoresOf(example, weights))];
  });
}

/** Learns the key from generated music, and what its confidence is worth from held-out and rough recordings. */
export async function train(): Promise<WeightFile[]> {
  const examples = keyExamples();
  const scores = heldOutScores(examples);
  const beliefs = examples.map((example, index) => beliefOf(example, scores[index] as Float64Array));
  report(examples, beliefs);
  const weights = rounded(learn(examples));
  const rough = await roughBeliefs(CORPUS.calibration, weights);
  const calibration = fitCalibration([...beliefs, ...rough]);
  const trial = await roughBeliefs(CORPUS.trial, weights);
  process.stdout.write(calibrationReport("held out", beliefs, calibration));
  process.stdout.write(calibrationReport("rough recordings", rough, calibration));
  process.stdout.write(calibrationReport("rough recordings through a third sound font", trial, calibration));
  for (const { confidence, right } of reliability(applyCalibration(trial, calibration))) {
    process.stdout.write(`  of confidence ${confidence.toFixed(2)}: ${(100 * right).toFixed(0)} % right\n`);
  }
  const onTunes = await tunesReport(({ piece, chroma }) => {
    const example = chroma && keyExample(piece, chroma);
    return example !== null && beliefOf(example, scoresOf(example, weights)).right;
  });
  process.stdout.write(onTunes);
  const passages = examples.map(({ passage, right }) => ({ inputs: passage, right }));
  return [weightsFile(weights, rounded(learn(passages))), calibrationFile(calibration)];
}
