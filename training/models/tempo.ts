import type { Answer } from "@/bench/statistics/calibration";
import { FRAMES_PER_SECOND } from "@/lib/analysis/engine/streams";
import type { CandidateNetwork } from "@/lib/dsp/learned/candidate-network";
import type { Calibration } from "@/lib/dsp/learned/confidence";
import { rhythmProfile } from "@/lib/dsp/rhythm/rhythm-profile";
import { preciseTempo } from "@/lib/dsp/rhythm/tempo";
import { tempoBeliefs } from "@/lib/dsp/rhythm/tempo-beliefs";
import { tempoCandidates } from "@/lib/dsp/rhythm/tempo-candidates";
import { tempoFeatures } from "@/lib/dsp/rhythm/tempo-features";
import { CORPUS } from "@/training/corpus/corpus";
import { type MeasuredPiece, measurePart } from "@/training/corpus/measurement";
import { calibrationReport, fitCalibration } from "@/training/learn/confidence-fit";
import { type Choice, trainNetworks } from "@/training/learn/network-training";
import { rightByGroup } from "@/training/learn/report-lines";
import { defineModel } from "@/training/learn/trainer";
import { asSource, asWritten, type WeightFile } from "@/training/learn/weight-file";
import { tunesReport } from "@/training/tunes/trial";

const NETWORKS = 3;
const OPTIONS = { hidden: 24, epochs: 24, decay: 0.01 };
const WITHIN = 0.04;
/** Every fifth piece shows how good the fit is, and what its confidence is worth. */
const HELD_OUT = 5;
/** Digits of the weights. */
const DIGITS = 4;

const LEARNED = [
  ...[CORPUS.styles, CORPUS.ternary, CORPUS.shortLoops, CORPUS.human, CORPUS.pulse],
  ...[CORPUS.machineLoops, CORPUS.machineStyles, CORPUS.machineHuman],
];
const TRIED = [CORPUS.trial, CORPUS.machineTrial];

type Examples = { parts: MeasuredPiece[][]; rough: MeasuredPiece[] };
type Weights = { networks: readonly CandidateNetwork[]; calibration: Calibration };
/** Answers of networks that did not learn from the pieces. */
type Findings = { held: { pieces: MeasuredPiece[]; answers: Answer[] }[]; rough: Answer[] };

/** The choice of the beat level, and what its confidence is worth. */
export const tempo = defineModel<Examples, Weights, Findings>({
  name: "tempo",
  examples: async () => ({
    parts: await Promise.all(LEARNED.map((part) => measurePart(part))),
    rough: await measurePart(CORPUS.calibration),
  }),
  train,
  report,
  weightFiles,
});

function train({ parts, rough }: Examples): { weights: Weights; findings: Findings } {
  const choices = parts.map((pieces) => pieces.map(choiceOf));
  const kept = choices.flatMap((part) => part.filter((_, index) => index % HELD_OUT !== 0));
  const first = learn(kept);
  const believed = (pieces: MeasuredPiece[]) => pieces.map((piece) => answerOf(piece, first));
  const held = parts
    .map((pieces) => pieces.filter((_, index) => index % HELD_OUT === 0))
    .map((pieces) => ({ pieces, answers: believed(pieces) }));
  const findings = { held, rough: believed(rough) };
  const calibration = fitCalibration([...held.flatMap(({ answers }) => answers), ...findings.rough]);
  return { weights: { networks: learn(choices.flat()), calibration }, findings };
}

const learn = (choices: readonly (Choice | null)[]): CandidateNetwork[] =>
  asWritten(
    trainNetworks(
      choices.filter((choice) => choice !== null),
      NETWORKS,
      OPTIONS,
    ),
    DIGITS,
  );

/** Null if no candidate is the piece's tempo. */
function choiceOf({ piece, strengths, durationSeconds }: MeasuredPiece): Choice | null {
  const profile = rhythmProfile(strengths, FRAMES_PER_SECOND, durationSeconds);
  if (!profile) return null;
  const candidates = tempoCandidates(profile);
  const errors = candidates.map((bpm) => Math.abs(bpm / piece.bpm - 1));
  const right = errors.indexOf(Math.min(...errors));
  if ((errors[right] ?? 1) > WITHIN) return null;
  return { features: candidates.map((bpm) => tempoFeatures(profile, bpm)), right };
}

/** What the networks say of a piece, and whether it is within 4 % of the truth. */
function answerOf({ piece, strengths, durationSeconds }: MeasuredPiece, networks: readonly CandidateNetwork[]): Answer {
  const profile = rhythmProfile(strengths, FRAMES_PER_SECOND, durationSeconds);
  const [best] = profile ? tempoBeliefs(profile, tempoCandidates(profile), networks) : [];
  if (!profile || !best) return { confidence: 0, right: false };
  const right = Math.abs(preciseTempo(profile, best.bpm) / piece.bpm - 1) <= WITHIN;
  return { confidence: best.confidence, right };
}

async function report({ weights, findings }: { weights: Weights; findings: Findings }): Promise<string> {
  const { networks, calibration } = weights;
  const lines = findings.held.map(({ pieces, answers }, i) => {
    const cases = answers.map(({ right }, index) => ({ groups: [pieces[index]?.piece.style ?? ""], right }));
    return calibrationReport(`held out, ${LEARNED[i]?.name}`, answers, calibration) + rightByGroup(cases);
  });
  lines.push(calibrationReport("rough recordings", findings.rough, calibration));
  for (const part of TRIED) {
    const answers = (await measurePart(part)).map((piece) => answerOf(piece, networks));
    lines.push(calibrationReport(part.name, answers, calibration));
  }
  lines.push(await tunesReport((tune) => answerOf(tune, networks).right));
  return lines.join("");
}

function weightFiles({ networks, calibration }: Weights): WeightFile[] {
  return [
    {
      path: "lib/dsp/rhythm/tempo-weights.ts",
      source: `import type { CandidateNetwork } from "@/lib/dsp/learned/candidate-network";

/** Written by \`training/models/tempo.ts\`; their scores are averaged. */
export const TEMPO_NETWORKS: readonly CandidateNetwork[] = ${asSource(networks, DIGITS)};
`,
    },
    {
      path: "lib/dsp/rhythm/tempo-calibration.ts",
      source: `import type { Calibration } from "@/lib/dsp/learned/confidence";

/** Written by \`training/models/tempo.ts\`. */
export const TEMPO_CALIBRATION: Calibration = ${asSource(calibration, DIGITS)};
`,
    },
  ];
}
