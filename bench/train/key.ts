import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sumChroma } from "@/lib/dsp/chroma-timeline";
import { openingOf } from "@/lib/dsp/key";
import { KEY_INPUTS, KeyEvidence, type KeyWeights } from "@/lib/dsp/key-scores";
import { expectedCalibrationError } from "../calibration";
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
/** Share of pieces heard from somewhere in the middle, and of those of which the opening is not told at all. */
const EXCERPTS = 0.15;
const WITHOUT_OPENING = 0.15;

type Example = { inputs: Float64Array[]; right: number; style: string };
type Belief = { confidence: number; right: boolean };

function exampleOf(
  piece: Parameters<typeof playPlainly>[0] & { tonic: number; mode: "major" | "minor"; style: string },
  seed: number,
): Example | null {
  const random = new SeededRandom(seed * 69069 + 5);
  const rows = chromaRows(playPlainly(piece, seed));
  const whole = sumChroma(rows);
  if (whole.frames === 0) return null;
  const from = random.chance(EXCERPTS) ? random.whole(0, Math.max(0, rows.length - 9)) : 0;
  const evidence = new KeyEvidence(whole, random.chance(WITHOUT_OPENING) ? null : openingOf(rows, from));
  const inputs = Array.from({ length: 12 }, (_, tonic) => evidence.inputs(tonic));
  return { inputs, right: piece.tonic + (piece.mode === "major" ? 0 : 12), style: piece.style };
}

/** Scores of the 12 major and then the 12 minor keys. */
function scoresOf({ inputs }: Example, weights: Float64Array): Float64Array {
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

function softmax(scores: Float64Array, temperature = 1): Float64Array {
  const best = Math.max(...scores);
  const beliefs = scores.map((score) => Math.exp((score - best) / temperature));
  const total = beliefs.reduce((sum, belief) => sum + belief, 0);
  return beliefs.map((belief) => belief / total);
}

/** Minimises the cross entropy of the softmax over the 24 keys. */
function learn(examples: Example[]): Float64Array {
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

/** The temperature at which the held-out labels are most likely. */
function calibrate(examples: Example[], scores: Float64Array[]): number {
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let temperature = 0.5; temperature <= 3; temperature += 0.01) {
    const loss = scores.reduce((sum, list, index) => {
      return sum - Math.log((softmax(list, temperature)[examples[index]?.right ?? 0] ?? 0) + 1e-12);
    }, 0);
    if (loss < best.loss) best = { temperature, loss };
  }
  return Number(best.temperature.toFixed(2));
}

function beliefOf({ right }: Example, scores: Float64Array, temperature: number): Belief {
  const beliefs = softmax(scores, temperature);
  const confidence = Math.max(...beliefs);
  return { confidence, right: beliefs.indexOf(confidence) === right };
}

function write(weights: Float64Array, temperature: number): void {
  const list = (from: number) => JSON.stringify([...weights.slice(from, from + KEY_INPUTS)].map(rounded));
  const learnt: Record<keyof KeyWeights, string> = { major: list(0), minor: list(KEY_INPUTS) };
  const source = `import type { KeyWeights } from "./key-scores";

/** Written by \`bench/train/key.ts\`. */
export const KEY_WEIGHTS: KeyWeights = { major: ${learnt.major}, minor: ${learnt.minor} };
`;
  writeFileSync(join(process.cwd(), "lib/dsp/key-weights.ts"), source);
  const calibration = `/** Written by \`bench/train/key.ts\`: what the scores are divided by before they become beliefs. */
export const KEY_TEMPERATURE = ${temperature};
`;
  writeFileSync(join(process.cwd(), "lib/dsp/key-calibration.ts"), calibration);
}

const rounded = (value: number) => Number(value.toPrecision(5));
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

function report(examples: Example[], beliefs: Belief[]): void {
  const groups = new Map<string, Belief[]>([["all", beliefs]]);
  examples.forEach(({ style }, index) => {
    const belief = beliefs[index];
    if (belief) groups.set(style, [...(groups.get(style) ?? []), belief]);
  });
  for (const [style, list] of groups) {
    const right = list.filter((belief) => belief.right).length;
    process.stdout.write(`${style}: ${percent(right, list.length)} of ${list.length} right on held-out pieces\n`);
  }
  process.stdout.write(`expected calibration error ${expectedCalibrationError(beliefs).toFixed(3)}\n`);
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
  const temperature = calibrate(examples, scores);
  const beliefs = examples.map((example, index) => beliefOf(example, scores[index] as Float64Array, temperature));
  report(examples, beliefs);
  write(learn(examples), temperature);
}

main();
