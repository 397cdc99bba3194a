import { OnsetStrength } from "@/lib/dsp/rhythm/onset-strength";
import type { Listener, StreamRates } from "./listener";
import { evidenceStep } from "./step";

/** Tempo and beats are taken from this much of the file; more would only cost memory. */
export const LISTENED_SECONDS = 20 * 60;

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

  finish(): Float64Array[] {
    this.strength.finish();
    return this.strength.strengths.map((list) => list.view());
  }
}

export const onsetsStep = evidenceStep("onsets", {
  listen: (rates) => new OnsetListener(rates),
  compute: ({ heard }) => heard.finish(),
});
