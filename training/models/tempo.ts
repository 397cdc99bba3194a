import type { Answer } from "@/bench/statistics/calibration";
import type { TempoNetwork } from "@/lib/dsp/learned/tempo-network";
import { rhythmProfile } from "@/lib/dsp/rhythm/rhythm-profile";
import { preciseTempo, tempoBeliefs } from "@/lib/dsp/rhythm/tempo";
import { tempoCandidates } from "@/lib/dsp/rhythm/tempo-candidates";
import { tempoFeatures } from "@/lib/dsp/rhythm/tempo-features";
import { CORPUS, seedsOf } from "@/training/corpus/corpus";
import { FRAMES_PER_SECOND, type MeasuredPiece, measureSeeds } from "@/training/corpus/measurement";
import { calibrationReport, fitCalibration } from "@/training/learn/confidence-fit";
import { type Choice, trainNetwork } from "@/training/learn/network-training";
import { asSource, type WeightFile } from "@/training/learn/weight-file";
import { tunesReport } from "@/training/tunes/trial";

const NETWORKS = 3;
const OPTIONS = { hidden: 24, epochs: 24, decay: 0.01 };
const WITHIN = 0.04;
/** Every fifth piece tells how good the fit is, and what its confidence is worth. */
const HELD_OUT = 5;
/** Digits of the weights. */
const DIGITS = 4;

const LEARNED = [
  ...[CORPUS.styles, CORPUS.ternary, CORPUS.shortLoops, CORPUS.human, CORPUS.pulse],
  ...[CORPUS.machineLoops, CORPUS.machineStyles, CORPUS.machineHuman],
];

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
function answerOf({ piece, strengths, durationSeconds }: MeasuredPiece, networks: readonly TempoNetwork[]): Answer {
  const profile = rhythmProfile(strengths, FRAMES_PER_SECOND, durationSeconds);
  const [best] = profile ? tempoBeliefs(profile, tempoCandidates(profile), networks) : [];
  if (!profile || !best) return { confidence: 0, right: false };
  const right = Math.abs(preciseTempo(profile, best.bpm) / piece.bpm - 1) <= WITHIN;
  return { confidence: best.confidence, right };
}

const learn = (choices: Choice[]) =>
  Array.from({ length: NETWORKS }, (_, index) => trainNetwork(choices, { ...OPTIONS, seed: index + 1 }));

const rounded = (networks: TempoNetwork[]): TempoNetwork[] => JSON.parse(asSource(networks, DIGITS));

function reportStyles(pieces: MeasuredPiece[], answers: Answer[]): void {
  const styles = new Map<string, boolean[]>();
  pieces.forEach(({ piece }, i) => {
    styles.set(piece.style, [...(styles.get(piece.style) ?? []), answers[i]?.right ?? false]);
  });
  for (const [style, right] of styles) {
    process.stdout.write(`  ${style}: ${right.filter(Boolean).length} of ${right.length}\n`);
  }
}

/** Learns the choice of the beat level and what its confidence is worth, from generated music. */
export async function train(): Promise<WeightFile[]> {
  const parts = await Promise.all(LEARNED.map((part) => measureSeeds(seedsOf(part), "tempo")));
  const choices = parts.map((pieces) => pieces.map(choiceOf));
  const held = parts.map((pieces) => pieces.filter((_, index) => index % HELD_OUT === 0));
  const kept = choices.flatMap((part) => part.filter((_, index) => index % HELD_OUT !== 0));
  const first = rounded(learn(kept.filter((choice) => choice !== null)));
  const rough = await measureSeeds(seedsOf(CORPUS.calibration), "calibration");
  const believed = (pieces: MeasuredPiece[]) => pieces.map((piece) => answerOf(piece, first));
  const heldAnswers = held.map(believed);
  const roughAnswers = believed(rough);
  const calibration = fitCalibration([...heldAnswers.flat(), ...roughAnswers]);
  held.forEach((pieces, i) => {
    process.stdout.write(calibrationReport(`held out, ${LEARNED[i]?.name}`, heldAnswers[i] ?? [], calibration));
    reportStyles(pieces, heldAnswers[i] ?? []);
  });
  process.stdout.write(calibrationReport("rough recordings", roughAnswers, calibration));
  const networks = rounded(learn(choices.flat().filter((choice) => choice !== null)));
  for (const part of [CORPUS.trial, CORPUS.machineTrial]) {
    const trial = (await measureSeeds(seedsOf(part), part.name)).map((piece) => answerOf(piece, networks));
    process.stdout.write(calibrationReport(part.name, trial, calibration));
  }
  process.stdout.write(await tunesReport((tune) => answerOf(tune, networks).right));
  return [weightsFile(networks), calibrationFile(calibration)];
}

const weightsFile = (networks: TempoNetwork[]): WeightFile => ({
  path: "lib/dsp/rhythm/tempo-weights.ts",
  source: `import type { TempoNetwork } from "@/lib/dsp/learned/tempo-network";

/** Written by \`training/models/tempo.ts\`; their scores are averaged. */
export const TEMPO_NETWORKS: readonly TempoNetwork[] = ${asSource(networks, DIGITS)};
`,
});

const calibrationFile = (calibration: ReturnType<typeof fitCalibration>): WeightFile => ({
  path: "lib/dsp/rhythm/tempo-calibration.ts",
  source: `import type { Calibration } from "@/lib/dsp/learned/confidence";

/** Written by \`training/models/tempo.ts\`. */
export const TEMPO_CALIBRATION: Calibration = ${asSource(calibration, DIGITS)};
`,
});
