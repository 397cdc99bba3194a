import type { Answer } from "@/bench/statistics/calibration";
import { soundKind } from "@/lib/analysis/derived/kind";
import { FRAMES_PER_SECOND } from "@/lib/analysis/engine/streams";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import type { Calibration } from "@/lib/dsp/learned/confidence";
import { onsetEvents, pulseClarity, summedStrength } from "@/lib/dsp/rhythm/onset-events";
import { estimateTempo } from "@/lib/dsp/rhythm/tempo";
import { CORPUS, type CorpusPart } from "@/training/corpus/corpus";
import { type MeasuredPiece, measurePart } from "@/training/corpus/measurement";
import { calibrationReport, fitCalibration, UNCALIBRATED } from "@/training/learn/confidence-fit";
import { defineModel } from "@/training/learn/trainer";

/** Music shorter than this, or as long as whole beats, might as well be a loop: it counts as neither. */
const TRACK_SECONDS = 12;
const WHOLE_BEATS = 0.15;

/** What the confidence of one-shot, loop and track is worth; the rules that choose between them are not learned. */
export const kind = defineModel<{ fitted: Answer[]; trial: Answer[] }, Calibration, null>({
  name: "kind",
  examples: async () => ({
    fitted: await answers(CORPUS.calibration, CORPUS.singleSounds),
    trial: await answers(CORPUS.trial, CORPUS.trialSingleSounds),
  }),
  train: ({ fitted }) => ({ weights: fitCalibration(fitted), findings: null }),
  report: ({ weights }, { fitted, trial }) =>
    calibrationReport("rough recordings", fitted, weights) +
    calibrationReport("rough recordings through a third sound font", trial, weights),
  weightFiles: (calibration) => [
    {
      path: "lib/analysis/derived/kind-calibration.ts",
      source: `import type { Calibration } from "@/lib/dsp/learned/confidence";

/** Written by \`training/models/kind.ts\`: straight line through the log odds of being right. */
export const KIND_CALIBRATION: Calibration = ${JSON.stringify(calibration)};
`,
    },
  ],
});

async function answers(music: CorpusPart, sounds: CorpusPart): Promise<Answer[]> {
  const pieces = await measurePart(music);
  const singles = await measurePart(sounds);
  return [
    ...pieces.flatMap((piece) => answersOf(piece, musicKind(piece))),
    ...singles.flatMap((single) => answersOf(single, "one-shot")),
  ];
}

function musicKind({ piece, durationSeconds }: MeasuredPiece): SoundKind["label"] | null {
  if (piece.loop) return "loop";
  const beats = (durationSeconds * piece.bpm) / 60;
  const whole = Math.abs(beats - Math.round(beats)) < WHOLE_BEATS;
  return durationSeconds >= TRACK_SECONDS && !whole ? "track" : null;
}

/** None for silence, and where it cannot be told what would be right. */
function answersOf(measured: MeasuredPiece, truth: SoundKind["label"] | null): Answer[] {
  const { strengths, durationSeconds, shape } = measured;
  if (!shape || !truth) return [];
  const summed = summedStrength(strengths);
  const tempo = estimateTempo({ strengths, framesPerSecond: FRAMES_PER_SECOND, durationSeconds, activation: null });
  const evidence = {
    durationSeconds,
    shape,
    events: onsetEvents(summed, FRAMES_PER_SECOND),
    beatStrength: pulseClarity(summed, FRAMES_PER_SECOND),
    tempo: tempo.found ? tempo : null,
    // They only decide about pads, of which the rough recordings have too few to matter.
    chordsHeld: 0,
  };
  const { label, confidence } = soundKind(evidence, UNCALIBRATED);
  return [{ confidence, right: label === truth }];
}
