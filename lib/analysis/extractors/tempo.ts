import type { Tempo } from "@/lib/analysis/record/schema";
import { OnsetStrength } from "@/lib/dsp/rhythm/onset-strength";
import { estimateTempo } from "@/lib/dsp/rhythm/tempo";
import { absent, type Measured, measured } from "./extractor";

const REASONS = {
  too_short: "The sound is too short to have a tempo.",
  no_onsets: "Nothing is struck or plucked here, so there is no beat to count.",
  no_rhythm: "No regular pulse was found: this sounds like a single hit or a free texture.",
};

/** Onsets of this much music settle the tempo; what follows would only cost memory. */
export const LISTENED_SECONDS = 20 * 60;

/** Tempo from the onsets of the shared transform. */
export class TempoExtractor {
  /** Of the whole file once `finish` has been called; rhythm and kind are read from it too. */
  readonly onsets: OnsetStrength;
  private frames = 0;

  constructor(
    sampleRateHz: number,
    fftSize: number,
    private readonly framesPerSecond: number,
  ) {
    this.onsets = new OnsetStrength(sampleRateHz, fftSize);
  }

  push(power: Float64Array): void {
    if (this.frames++ < LISTENED_SECONDS * this.framesPerSecond) this.onsets.push(power);
  }

  finish(durationSeconds: number): Measured<Tempo> {
    this.onsets.finish();
    const strengths = this.onsets.strengths.map((list) => list.view());
    const heard = { strengths, framesPerSecond: this.framesPerSecond };
    const estimate = estimateTempo({ ...heard, durationSeconds: Math.min(durationSeconds, LISTENED_SECONDS) });
    if (!estimate.found) return absent(estimate.reason, REASONS[estimate.reason]);
    const { bpm, confidence, alternatives } = estimate;
    return measured({ bpm, confidence, alternatives });
  }
}
