import { tempoValue } from "@/lib/analysis/record/values/tempo";
import { estimateTempo } from "@/lib/dsp/rhythm/tempo";
import { absent, measured } from "./measured";
import { LISTENED_SECONDS } from "./onsets";
import { valueStep } from "./step";

const REASONS = {
  too_short: "The sound is too short to have a tempo.",
  no_onsets: "Nothing is struck or plucked here, so there is no beat to count.",
  no_rhythm: "No regular pulse was found: this sounds like a single hit or a free texture.",
};

export const tempoStep = valueStep(tempoValue, {
  needs: ["onsets"],
  compute({ onsets, framesPerSecond, durationSeconds }) {
    const estimate = estimateTempo({
      strengths: onsets,
      framesPerSecond,
      durationSeconds: Math.min(durationSeconds, LISTENED_SECONDS),
    });
    if (!estimate.found) return absent(estimate.reason, REASONS[estimate.reason]);
    const { bpm, confidence, alternatives } = estimate;
    return measured({ bpm, confidence, alternatives });
  },
});
