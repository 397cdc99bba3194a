import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { KEY_INPUTS, type KeyWeights, keyInputs, scoreKeys } from "@/lib/dsp/key-scores";
import { Adam } from "./adam";
import { type MeasuredPiece, measurePieces } from "./measurement";

// Learns the key weights from generated music: node scripts/run.mjs bench/train/key.ts [pieces]

const PIECES = Number(process.argv[2] ?? 1440);
const STEPS = 500;
const DECAY = 1e-4;
const RATE = 0.1;
/** Every fifth piece only tells how good the fit is. */
const HELD_OUT = 5;
const MODES = ["major", "minor"] as const;

type Example = { inputs: Float64Array[]; right: number };

/** Inputs for each of the 24 keys (major from C, then minor), and the key the piece was written in. */
function exampleOf({ piece, chroma }: MeasuredPiece): Example | null {
  if (piece.drumsOnly || chroma.frames === 0) return null;
  const inputs = MODES.flatMap(() => Array.from({ length: 12 }, (_, tonic) => keyInputs(chroma, tonic)));
  return { inputs, right: piece.tonic + (piece.mode === "major" ? 0 : 12) };
}

function learn(examples: Example[]): KeyWeights {
  const weights = new Float64Array(KEY_INPUTS * 2);
  const gradient = new Float64Array(weights.length);
  const adam = new Adam(weights.length);
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0);
    for (const example of examples) addGradient(example, weights, gradient);
    adam.step(weights, gradient, examples.length, DECAY, RATE);
  }
  return { major: [...weights.slice(0, KEY_INPUTS)], minor: [...weights.slice(KEY_INPUTS)] };
}

/** Cross entropy of the softmax over the 24 keys. */
function addGradient({ inputs, right }: Example, weights: Float64Array, gradient: Float64Array): void {
  const offset = (key: number) => (key < 12 ? 0 : KEY_INPUTS);
  const scores = inputs.map((x, key) => x.reduce((sum, v, j) => sum + v * (weights[offset(key) + j] as number), 0));
  const best = Math.max(...scores);
  const beliefs = scores.map((score) => Math.exp(score - best));
  const total = beliefs.reduce((sum, belief) => sum + belief, 0);
  inputs.forEach((x, key) => {
    const error = (beliefs[key] as number) / total - (key === right ? 1 : 0);
    for (let j = 0; j < KEY_INPUTS; j++) (gradient[offset(key) + j] as number) += error * (x[j] as number);
  });
}

function rightShare(pieces: MeasuredPiece[], weights: KeyWeights): number {
  const hits = pieces.filter(({ piece, chroma }) => {
    const [best] = scoreKeys(chroma, weights);
    return best?.tonic === piece.tonic && best.mode === piece.mode;
  });
  return hits.length / pieces.length;
}

function write(weights: KeyWeights): void {
  const plain = JSON.stringify(weights, (_, value) =>
    typeof value === "number" ? Number(value.toPrecision(5)) : value,
  );
  const source = `import type { KeyWeights } from "./key-scores";

/** Written by \`bench/train/key.ts\`. */
export const KEY_WEIGHTS: KeyWeights = ${plain};
`;
  writeFileSync(join(process.cwd(), "lib/dsp/key-weights.ts"), source);
}

async function main(): Promise<void> {
  const pieces = await measurePieces(PIECES, (done) => {
    if (done % 100 === 0) process.stderr.write(`${done} of ${PIECES} pieces\n`);
  });
  const examples = pieces.map((piece, index) => ({ piece, index, example: exampleOf(piece) }));
  const usable = (keep: (index: number) => boolean) =>
    examples.flatMap(({ piece, index, example }) => (example && keep(index) ? [{ piece, example }] : []));
  const training = usable((index) => index % HELD_OUT !== 0);
  const held = usable((index) => index % HELD_OUT === 0);
  const trial = learn(training.map(({ example }) => example));
  const share = rightShare(
    held.map(({ piece }) => piece),
    trial,
  );
  process.stdout.write(`key right on held-out pieces: ${(100 * share).toFixed(1)} %\n`);
  write(learn(usable(() => true).map(({ example }) => example)));
}

await main();
