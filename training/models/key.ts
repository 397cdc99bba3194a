import type { Answer } from "@/bench/statistics/calibration";
import { keyBeliefs, scoreKeys } from "@/lib/dsp/harmony/key";
import { PASSAGE_LAYOUT, type PassageWeights } from "@/lib/dsp/harmony/passage-keys";
import type { Calibration } from "@/lib/dsp/learned/confidence";
import { DenseNetwork, type PackedNetwork } from "@/lib/dsp/learned/dense-network";
import { softmax } from "@/lib/dsp/learned/softmax";
import { type KeyExample, keyExamples } from "@/training/corpus/key-examples";
import { applyCalibration, calibrationReport, fitCalibration } from "@/training/learn/confidence-fit";
import { descend } from "@/training/learn/descent";
import { reliabilityLines, rightByGroup } from "@/training/learn/report-lines";
import { defineModel } from "@/training/learn/trainer";
import { trainTurned } from "@/training/learn/turned-training";
import { asSource, asWritten, type WeightFile } from "@/training/learn/weight-file";

const NETWORK = { hidden: 48, outputs: 2, epochs: 18, decay: 5e-3 };
/** Networks that differ in their first weights and in the order of their lessons: their mean errs less. */
const NETWORKS = 3;
/** Of the linear scores of passages. */
const STEPS = 200;
const DECAY = 1e-4;
const RATE = 0.1;
/** A key that is settled, or out of the question, changes nothing. */
const NEGLIGIBLE = 1e-3;
/** Digits of the linear weights. */
const DIGITS = 5;
const KEYS = 24;

type Examples = { learned: KeyExample[]; tried: KeyExample[] };
/** `passage` is for passages, whose opening tells nothing. */
type Weights = { networks: readonly PackedNetwork[]; passage: PassageWeights; calibration: Calibration };

/** The key, and what its confidence is worth on pieces that were not learned from. */
export const key = defineModel<Examples, Weights, Answer[]>({
  name: "key",
  examples: keyExamples,
  train: ({ learned, tried }) => {
    const lessons = learned.map(({ inputs, right, weight }) => ({ sides: inputs, right, weight }));
    const networks = Array.from({ length: NETWORKS }, (_, index) =>
      trainTurned(lessons, { ...NETWORK, seed: index + 1 }),
    );
    const scorers = networks.map((network) => new DenseNetwork(network));
    const findings = tried.map((example) => beliefOf(example, scorers));
    return { weights: { networks, passage: passageWeights(learned), calibration: fitCalibration(findings) }, findings };
  },
  report,
  weightFiles,
});

function beliefOf({ evidence, right }: KeyExample, scorers: readonly DenseNetwork[]): Answer {
  const beliefs = keyBeliefs(scoreKeys(evidence, scorers)).map(({ confidence }) => confidence);
  const confidence = Math.max(...beliefs);
  return { confidence, right: beliefs.indexOf(confidence) === right };
}

/** Minimises the cross entropy of the softmax over the 24 keys of linear scores. */
function passageWeights(examples: readonly KeyExample[]): PassageWeights {
  const { size } = PASSAGE_LAYOUT;
  const parameters = new Float64Array(size * 2);
  const every = examples.length;
  descend(
    { parameters, lessons: every, batch: every, epochs: STEPS, decay: DECAY, rate: () => RATE },
    (index, gradient) => {
      const { passage, right } = examples[index] as KeyExample;
      const beliefs = softmax(passageScores(passage, parameters));
      for (let answer = 0; answer < KEYS; answer++) {
        const error = (beliefs[answer] as number) - Number(answer === right);
        if (Math.abs(error) < NEGLIGIBLE) continue;
        const x = passage[answer >> 1] as Float64Array;
        const offset = (answer & 1) * size;
        for (let j = 0; j < size; j++) (gradient[offset + j] as number) += error * (x[j] as number);
      }
    },
  );
  return asWritten({ major: [...parameters.slice(0, size)], minor: [...parameters.slice(size)] }, DIGITS);
}

function passageScores(passage: readonly Float64Array[], parameters: Float64Array): Float64Array {
  const { size } = PASSAGE_LAYOUT;
  const scores = new Float64Array(KEYS);
  for (let answer = 0; answer < KEYS; answer++) {
    const x = passage[answer >> 1] as Float64Array;
    const offset = (answer & 1) * size;
    for (let j = 0; j < size; j++) (scores[answer] as number) += (x[j] as number) * (parameters[offset + j] as number);
  }
  return scores;
}

function report({ weights, findings }: { weights: Weights; findings: Answer[] }, { tried }: Examples): string {
  const cases = findings.map(({ right }, index) => ({ groups: ["all", tried[index]?.style ?? ""], right }));
  return [
    `pieces not learned from, right:\n${rightByGroup(cases)}`,
    calibrationReport("pieces not learned from", findings, weights.calibration),
    reliabilityLines(applyCalibration(findings, weights.calibration)),
  ].join("");
}

function weightFiles({ networks, passage, calibration }: Weights): WeightFile[] {
  return [
    {
      path: "lib/dsp/harmony/key-weights.ts",
      source: `import type { PackedNetwork } from "@/lib/dsp/learned/dense-network";

/** Written by \`training/models/key.ts\`. */
export const KEY_NETWORKS: readonly PackedNetwork[] = ${JSON.stringify(networks)};
`,
    },
    {
      path: "lib/dsp/harmony/passage-key-weights.ts",
      source: `import type { PassageWeights } from "./passage-keys";

/** Written by \`training/models/key.ts\`. */
export const PASSAGE_KEY_WEIGHTS: PassageWeights = ${asSource(passage, DIGITS)};
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
