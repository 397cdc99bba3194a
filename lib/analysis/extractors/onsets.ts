import { beatActivation } from "@/lib/dsp/rhythm/beat-activation";
import { OnsetStrength } from "@/lib/dsp/rhythm/onset-strength";
import type { Listener, StreamRates } from "./listener";
import { evidenceStep } from "./step";

/** Tempo and beats are taken from this much of the file; more would only cost memory. */
export const LISTENED_SECONDS = 20 * 60;

/** Onset strength per short frame, low, mid and high band, and rows of what the beat is heard by. */
export type OnsetEvidence = { strengths: Float64Array[]; frames: Float32Array };

class OnsetListener implements Listener {
  private readonly strength: OnsetStrength;
  private readonly framesMax: number;
  private frames = 0;

  constructor({ analysisRateHz, fftSize, framesPerSecond }: StreamRates) {
    this.strength = new OnsetStrength(analysisRateHz, fftSize);
    this.framesMax = LISTENED_SECONDS * framesPerSecond;
  }

  onFrame(power: Float64Array): void {
    if (this.frames++ < this.framesMax) this.strength.push(power);
  }

  finish(): OnsetEvidence {
    this.strength.finish();
    return { strengths: this.strength.strengths.map((list) => list.view()), frames: this.strength.frames.view() };
  }
}

export const onsetEvidenceStep = evidenceStep("onsetEvidence", {
  listen: (rates) => new OnsetListener(rates),
  compute: ({ heard }) => heard.finish(),
});

export const onsetsStep = evidenceStep("onsets", {
  needs: ["onsetEvidence"],
  compute: ({ onsetEvidence }) => onsetEvidence.strengths,
});

export const beatActivationStep = evidenceStep("beatActivation", {
  needs: ["onsetEvidence"],
  compute: ({ onsetEvidence, durationSeconds }) => beatActivation(onsetEvidence.frames, durationSeconds),
});
