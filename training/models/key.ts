import type { Answer } from "@/bench/statistics/calibration";
import { KEY_LAYOUT, type KeyWeights } from "@/lib/dsp/harmony/key-scores";
import type { Calibration } from "@/lib/dsp/learned/confidence";
import { softmax } from "@/lib/dsp/learned/softmax";
import { CORPUS, type CorpusPart } from "@/training/corpus/corpus";
import { type KeyExample, keyExample, keyExamples } from "@/training/corpus/key-examples";
import { type MeasuredPiece, measurePart } from "@/training/corpus/measurement";
import { applyCalibration, calibrationReport, fitCalibration } from "@/training/learn/confidence-fit";
import { descend } from "@/training/learn/descent";
import { reliabilityLines, rightByGroup } from "@/training/learn/report-lines";
import { defineModel } from "@/training/learn/trainer";
import { asSource, asWritten, type WeightFile } from "@/training/learn/weight-file";
import { tunesReport } from "@/training/tunes/trial";

const STEPS = 200;
const DECAY = 1e-4;
const RATE = 0.1;
const FOLDS = 3;
/** A key that is settled, or out of the question, changes nothing. */
const NEGLIGIBLE = 1e-3;
/** Digits of the weights. */
const DIGITS = 5;

type Inputs = Pick<KeyExample, "inputs" | "right">;
type Examples = { played: KeyExample[]; rough: KeyExample[] };
/** `passage` is for passages, whose opening tells nothing. */
type Weights = { whole: KeyWeights; passage: KeyWeights; calibration: Calibration };
/** A weight an input for major keys, then for minor ones. */
type Parameters = Float64Array;
type Findings = { heldOut: Answer[]; rough: Answer[] };

/** The key, and what its confidence is worth on held-out pieces and rough recordings. */
export const key = defineModel<Examples, Weights, Findings>({
  name: "key",
  examples: async () => ({ played: await keyExamples(), rough: await roughExamples(CORPUS.calibration) }),
  train: ({ played, rough }) => {
    const whole = asWeights(learn(played));
    const passage = asWeights(learn(played.map(({ passage, right }) => ({ inputs: passage, right }))));
    const roughBeliefs = rough.map((example) => beliefOf(example, asParameters(whole)));
    const findings = { heldOut: heldOutBeliefs(played), rough: roughBeliefs };
    const calibration = fitCalibration([...findings.heldOut, ...findings.rough]);
    return { weights: { whole, passage, calibration }, findings };
  },
  report,
  weightFiles,
});

/** Rough recordings of compositions that are not learned from. */
async function roughExamples(part: CorpusPart): Promise<KeyExample[]> {
  return (await measurePart(part)).flatMap((measured) => measuredExample(measured) ?? []);
}

function measuredExample({ piece, chroma }: MeasuredPiece): KeyExample | null {
  return !chroma || piece.drumsOnly || chroma.whole.frames === 0 ? null : keyExample(piece, chroma);
}

/** Minimises the cross entropy of the softmax over the 24 keys. */
function learn(examples: readonly Inputs[]): Parameters {
  const parameters = new Float64Array(KEY_LAYOUT.size * 2);
  const every = examples.length;
  descend(
    { parameters, lessons: every, batch: every, epochs: STEPS, decay: DECAY, rate: () => RATE },
    (index, gradient) => addGradient(examples[index] as Inputs, parameters, gradient),
  );
  return parameters;
}

function addGradient(example: Inputs, parameters: Parameters, gradient: Float64Array): void {
  const beliefs = softmax(scoresOf(example, parameters));
  for (let key = 0; key < 24; key++) {
    const error = (beliefs[key] as number) - (key === example.right ? 1 : 0);
    if (Math.abs(error) < NEGLIGIBLE) continue;
    const x = example.inputs[key % 12] as Float64Array;
    const offset = key < 12 ? 0 : KEY_LAYOUT.size;
    for (let j = 0; j < KEY_LAYOUT.size; j++) (gradient[offset + j] as number) += error * (x[j] as number);
  }
}

/** Scores of the 12 major and then the 12 minor keys. */
function scoresOf({ inputs }: Pick<KeyExample, "inputs">, parameters: Parameters): Float64Array {
  const scores = new Float64Array(24);
  for (let key = 0; key < 24; key++) {
    const x = inputs[key % 12] as Float64Array;
    const offset = key < 12 ? 0 : KEY_LAYOUT.size;
    let sum = 0;
    for (let j = 0; j < KEY_LAYOUT.size; j++) sum += (x[j] as number) * (parameters[offset + j] as number);
    scores[key] = sum;
  }
  return scores;
}

function beliefOf(example: Inputs, parameters: Parameters): Answer {
  const beliefs = softmax(scoresOf(example, parameters));
  const confidence = Math.max(...beliefs);
  return { confidence, right: beliefs.indexOf(confidence) === example.right };
}

/** What is believed of every piece by weights that were learned without its fold. */
function heldOutBeliefs(examples: readonly KeyExample[]): Answer[] {
  const beliefs: Answer[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const parameters = learn(examples.filter((_, index) => index % FOLDS !== fold));
    examples.forEach((example, index) => {
      if (index % FOLDS === fold) beliefs[index] = beliefOf(example, parameters);
    });
  }
  return beliefs;
}

const asWeights = (parameters: Parameters): KeyWeights =>
  asWritten(
    { major: [...parameters.slice(0, KEY_LAYOUT.size)], minor: [...parameters.slice(KEY_LAYOUT.size)] },
    DIGITS,
  );

const asParameters = ({ major, minor }: KeyWeights): Parameters => Float64Array.from([...major, ...minor]);

async function report({ weights, findings }: { weights: Weights; findings: Findings }, { played }: Examples) {
  const { whole, calibration } = weights;
  const parameters = asParameters(whole);
  const trial = (await roughExamples(CORPUS.trial)).map((example) => beliefOf(example, parameters));
  const cases = findings.heldOut.map(({ right }, index) => ({ groups: ["all", played[index]?.style ?? ""], right }));
  return [
    `held-out pieces, right:\n${rightByGroup(cases)}`,
    calibrationReport("held out", findings.heldOut, calibration),
    calibrationReport("rough recordings", findings.rough, calibration),
    calibrationReport("rough recordings through a third sound font", trial, calibration),
    reliabilityLines(applyCalibration(trial, calibration)),
    await tunesReport((tune) => {
      const example = measuredExample(tune);
      return example !== null && beliefOf(example, parameters).right;
    }),
  ].join("");
}

function weightFiles({ whole, passage, calibration }: Weights): WeightFile[] {
  return [
    {
      path: "lib/dsp/harmony/key-weights.ts",
      source: `import type { KeyWeights } from "./key-scores";

/** Written by \`training/models/key.ts\`. */
export const KEY_WEIGHTS: KeyWeights = ${asSource(whole, DIGITS)};

/** For passages, whose opening tells nothing. */
export const PASSAGE_KEY_WEIGHTS: KeyWeights = ${asSource(passage, DIGITS)};
`,
    },
    {
      path: "lib/dsp/harmony/key-calibration.ts",
      source: `import type { Calibration } from "@/lib/dsp/learned/confidence";

/** Written by \`training/models/key.ts\`: straight line through the log odds of being right. */
export const KEY_CALIBRATION: Calibration = ${asSource(calibration, DIGITS)};
`,
    },
  ];
}
