import type { Tempo } from "@/lib/analysis/schema";
import { OnsetStrength } from "@/lib/dsp/onset-strength";
import { estimateTempo } from "@/lib/dsp/tempo";
import { absent, type Measured, measured } from "./extractor";

const REASONS = {
  too_short: "The sound is too short to have a tempo.",
  no_onsets: "Nothing is struck or plucked here, so there is no beat to count.",
  no_rhythm: "No regular pulse was found: this sounds like a single hit or a free texture.",
};

/** Tempo from the onsets of the shared transform. */
export class TempoExtractor {
  private readonly onsets: OnsetStrength;

  constructor(
    sampleRateHz: number,
    fftSize: number,
    private readonly framesPerSecond: number,
  ) {
    this.onsets = new OnsetStrength(sampleRateHz, fftSize);
  }

  push(power: Float64Array): void {
    this.onsets.push(power);
  }

  finish(durationSeconds: number): Measured<Tempo> {
    this.onsets.finish();
    const strengths = this.onsets.strengths.map((list) => list.view());
    const estimate = estimateTempo({ strengths, framesPerSecond: this.framesPerSecond, durationSeconds });
    if (!estimate.found) return absent(estimate.reason, REASONS[estimate.reason]);
    const { bpm, confidence, alternatives } = estimate;
    return measured({ bpm, confidence, alternatives });
  }
}
