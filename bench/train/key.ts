import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Answer, expectedCalibrationError, reliability } from "@/bench/calibration";
import { sumChroma } from "@/lib/dsp/chroma-timeline";
import { calibratedConfidence, openingOf } from "@/lib/dsp/key";
import { KEY_INPUTS, KeyEvidence, type KeyWeights } from "@/lib/dsp/key-scores";
import { Adam } from "./adam";
import { composeLoopHarmony } from "./loop-harmony";
import { composePiece } from "./piece";
import { chromaRows, playPlainly } from "./plain-synth";
import { SeededRandom } from "./seeded-random";

// Learns the key weights and calibrates the confidence from generated music:
// node scripts/run.mjs bench/train/key.ts [band pieces] [loops]

const PIECES = Number(process.argv[2] ?? 900);
const LOOPS = Number(process.argv[3] ?? 1800);
const STEPS = 300;
const DECAY = 1e-4;
const RATE = 0.1;
const FOLDS = 5;
/** Share of pieces heard from somewhere in the middle: about as often does real music not open on its tonic. */
const EXCERPTS = 0.3;

/** Inputs from each tonic, of the whole piece and of a passage in it, whose opening tells nothing. */
type Example = { inputs: Float64Array[]; passage: Float64Array[]; right: number; style: string };
type Calibration = { slope: number; offset: number };

function exampleOf(
  piece: Parameters<typeof playPlainly>[0] & { tonic: number; mode: "major" | "minor"; style: string },
  seed: number,
): Example | null {
  const random = new SeededRandom(seed * 69069 + 5);
  const rows = chromaRows(playPlainly(piece, seed));
  const whole = sumChroma(rows);
  if (whole.frames === 0) return null;
  const from = random.chance(EXCERPTS) ? random.whole(0, Math.max(0, rows.length - 9)) : 0;
  const right = piece.tonic + (piece.mode === "major" ? 0 : 12);
  return {
    inputs: inputsOf(new KeyEvidence(whole, openingOf(rows, from))),
    passage: inputsOf(new KeyEvidence(whole, null)),
    right,
    style: piece.style,
  };
}

const inputsOf = (evidence: KeyEvidence) => Array.from({ length: 12 }, (_, tonic) => evidence.inputs(tonic));

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

/** Minimises the cross entropy of the softmax over the 24 keys. */
function learn(examples: Pick<Example, "inputs" | "right">[]): Float64Array {
  const weights = new Float64Array(KEY_INPUTS * 2);
  const gradient = new Float64Array(weights.length);
  const adam = new Adam(weights.length);
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0);
    for (const example of examples) {
      softmax(scoresOf(example, weights)).forEach((belief, key) => {
        const error = belief - (key === example.right ? 1 : 0);
        const x = example.inputs[key % 12] as Float64Array;
        const offset = key < 12 ? 0 : KEY_INPUTS;
        for (let j = 0; j < KEY_INPUTS; j++) (gradient[offset + j] as number) += error * (x[j] as number);
      });
    }
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

/** The line through the log odds that makes what became of the beliefs likeliest: logistic regression. */
function calibrate(beliefs: Answer[]): Calibration {
  const line = Float64Array.of(1, 0);
  const adam = new Adam(2);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(2);
    for (const { confidence, right } of beliefs) {
      const [slope = 1, offset = 0] = line;
      const error = calibratedConfidence(confidence, { slope, offset }) - Number(right);
      (gradient[0] as number) += error * Math.log((confidence + 1e-9) / (1 - confidence + 1e-9));
      (gradient[1] as number) += error;
    }
    adam.step(line, gradient, beliefs.length, 0, 0.02);
  }
  return { slope: rounded(line[0] ?? 1), offset: rounded(line[1] ?? 0) };
}

const applied = (beliefs: Answer[], calibration: Calibration): Answer[] =>
  beliefs.map((belief) => ({ ...belief, confidence: calibratedConfidence(belief.confidence, calibration) }));

function beliefOf({ right }: Example, scores: Float64Array): Answer {
  const beliefs = softmax(scores);
  const confidence = Math.max(...beliefs);
  return { confidence, right: beliefs.indexOf(confidence) === right };
}

function write(whole: Float64Array, passage: Float64Array, calibration: Calibration): void {
  const list = (weights: Float64Array, from: number) => [...weights.slice(from, from + KEY_INPUTS)].map(rounded);
  const plain = (weights: Float64Array) => {
    const learnt: KeyWeights = { major: list(weights, 0), minor: list(weights, KEY_INPUTS) };
    return JSON.stringify(learnt);
  };
  const source = `import type { KeyWeights } from "./key-scores";

/** Written by \`bench/train/key.ts\`. */
export const KEY_WEIGHTS: KeyWeights = ${plain(whole)};

/** For passages, whose opening tells nothing. */
export const PASSAGE_KEY_WEIGHTS: KeyWeights = ${plain(passage)};
`;
  writeFileSync(join(process.cwd(), "lib/dsp/key-weights.ts"), source);
  const { slope, offset } = calibration;
  const line = `/** Written by \`bench/train/key.ts\`: straight line through the log odds of being right. */
export const KEY_CALIBRATION = { slope: ${slope}, offset: ${offset} };
`;
  writeFileSync(join(process.cwd(), "lib/dsp/key-calibration.ts"), line);
}

const rounded = (value: number) => Number(value.toPrecision(5));
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

function report(examples: Example[], beliefs: Answer[]): void {
  const groups = new Map<string, Answer[]>([["all", beliefs]]);
  examples.forEach(({ style }, index) => {
    const belief = beliefs[index];
    if (belief) groups.set(style, [...(groups.get(style) ?? []), belief]);
  });
  for (const [style, list] of groups) {
    const right = list.filter((belief) => belief.right).length;
    process.stdout.write(`${style}: ${percent(right, list.length)} of ${list.length} right on held-out pieces\n`);
  }
}

/** Fitted on one half of the held-out beliefs, told of the other. */
function reportCalibration(beliefs: Answer[]): void {
  const calibration = calibrate(beliefs.filter((_, index) => index % 2 === 0));
  const other = applied(
    beliefs.filter((_, index) => index % 2 === 1),
    calibration,
  );
  for (const { confidence, right } of reliability(other)) {
    process.stdout.write(`  of confidence ${confidence.toFixed(2)}: ${(100 * right).toFixed(0)} % right\n`);
  }
  process.stdout.write(`expected calibration error ${expectedCalibrationError(other).toFixed(3)}\n`);
}

function main(): void {
  const examples: Example[] = [];
  const keep = (example: Example | null) => {
    if (example) examples.push(example);
    if (examples.length % 200 === 0) process.stderr.write(`${examples.length} pieces\n`);
  };
  for (let seed = 0; seed < PIECES; seed++) {
    const piece = composePiece(seed);
    if (!piece.drumsOnly) keep(exampleOf(piece, seed));
  }
  for (let seed = 0; seed < LOOPS; seed++) keep(exampleOf(composeLoopHarmony(seed), seed));
  const scores = heldOutScores(examples);
  const beliefs = examples.map((example, index) => beliefOf(example, scores[index] as Float64Array));
  report(examples, beliefs);
  reportCalibration(beliefs);
  const passages = examples.map(({ passage, right }) => ({ inputs: passage, right }));
  write(learn(examples), learn(passages), calibrate(beliefs));
}

main();
