import { tempoValue } from "@/lib/analysis/record/values/tempo";
import { estimateTempo } from "@/lib/dsp/rhythm/tempo";
import { msg } from "@/lib/language/text";
import { absent, measured } from "./measured";
import { LISTENED_SECONDS } from "./onsets";
import { evidenceStep, valueStep } from "./step";

const REASONS = {
  too_short: msg("The sound is too short to have a tempo."),
  no_onsets: msg("Nothing is struck or plucked here, so there is no beat to count."),
  no_rhythm: msg("No regular pulse was found: this sounds like a single hit or a free texture."),
};

export const tempoEstimateStep = evidenceStep("tempoEstimate", {
  needs: ["onsets", "beatActivation"],
  compute: ({ onsets, beatActivation, framesPerSecond, durationSeconds }) =>
    estimateTempo({
      strengths: onsets,
      framesPerSecond,
      durationSeconds: Math.min(durationSeconds, LISTENED_SECONDS),
      activation: beatActivation,
    }),
});

export const tempoStep = valueStep(tempoValue, {
  needs: ["tempoEstimate"],
  compute({ tempoEstimate }) {
    if (!tempoEstimate.found) return absent(tempoEstimate.reason, REASONS[tempoEstimate.reason]);
    const { bpm, confidence, alternatives } = tempoEstimate;
    return measured({ bpm, confidence, alternatives });
  },
});
