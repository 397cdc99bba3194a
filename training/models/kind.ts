import type { Answer } from "@/bench/statistics/calibration";
import { soundKind } from "@/lib/analysis/derived/kind";
import type { SoundKind } from "@/lib/analysis/record/schema";
import { onsetEvents, pulseClarity, summedStrength } from "@/lib/dsp/rhythm/onset-events";
import { estimateTempo } from "@/lib/dsp/rhythm/tempo";
import { CORPUS, type CorpusPart, seedsOf } from "@/training/corpus/corpus";
import { FRAMES_PER_SECOND, type MeasuredPiece, measureSeeds } from "@/training/corpus/measurement";
import { calibrationReport, fitCalibration } from "@/training/learn/confidence-fit";
import type { WeightFile } from "@/training/learn/weight-file";

const UNCALIBRATED = { slope: 1, offset: 0 };
/** Music shorter than this, or as long as whole beats, might as well be a loop: it is told neither. */
const TRACK_SECONDS = 12;
const WHOLE_BEATS = 0.15;

function answersOf(measured: MeasuredPiece, truth: SoundKind["label"] | null): Answer[] {
  const { strengths, durationSeconds, shape } = measured;
  if (!shape || !truth) return [];
  const summed = summedStrength(strengths);
  const tempo = estimateTempo({ strengths, framesPerSecond: FRAMES_PER_SECOND, durationSeconds });
  const evidence = {
    durationSeconds,
    shape,
    events: onsetEvents(summed, FRAMES_PER_SECOND),
    beatStrength: pulseClarity(summed, FRAMES_PER_SECOND),
    tempo: tempo.found ? tempo : null,
  };
  const { label, confidence } = soundKind(evidence, UNCALIBRATED);
  return [{ confidence, right: label === truth }];
}

function musicKind({ piece, durationSeconds }: MeasuredPiece): SoundKind["label"] | null {
  if (piece.loop) return "loop";
  const beats = (durationSeconds * piece.bpm) / 60;
  const whole = Math.abs(beats - Math.round(beats)) < WHOLE_BEATS;
  return durationSeconds >= TRACK_SECONDS && !whole ? "track" : null;
}

async function answers(music: CorpusPart, sounds: CorpusPart): Promise<Answer[]> {
  const pieces = await measureSeeds(seedsOf(music), music.name);
  const singles = await measureSeeds(seedsOf(sounds), sounds.name);
  return [
    ...pieces.flatMap((piece) => answersOf(piece, musicKind(piece))),
    ...singles.flatMap((single) => answersOf(single, "one-shot")),
  ];
}

/** Finds what the confidence of one-shot, loop and track is worth, from rough recordings of generated sound. */
export async function train(): Promise<WeightFile[]> {
  const fitted = await answers(CORPUS.calibration, CORPUS.singleSounds);
  const calibration = fitCalibration(fitted);
  process.stdout.write(calibrationReport("rough recordings", fitted, calibration));
  const trial = await answers(CORPUS.trial, CORPUS.trialSingleSounds);
  process.stdout.write(calibrationReport("rough recordings through a third sound font", trial, calibration));
  const source = `import type { Calibration } from "@/lib/dsp/learned/confidence";

/** Written by \`training/models/kind.ts\`: straight line through the log odds of being right. */
export const KIND_CALIBRATION: Calibration = ${JSON.stringify(calibration)};
`;
  return [{ path: "lib/analysis/derived/kind-calibration.ts", source }];
}
