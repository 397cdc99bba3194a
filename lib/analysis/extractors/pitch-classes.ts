import { PITCH_HOP } from "@/lib/dsp/harmony/pitch-transform";
import type { Listener } from "./listener";
import { LISTENED_SECONDS } from "./onsets";
import { evidenceStep } from "./step";

const CLASSES = 12;

/** Shares of the pitch classes over time: twelve values a long frame. */
export type PitchClasses = { classes: Float32Array; perSecond: number };

/** Keeps the pitch classes of the part whose tempo is measured. */
export class PitchClassListener implements Listener {
  private chroma = new Float32Array(1024 * CLASSES);
  private values = 0;
  private readonly valuesMax: number;

  constructor(
    private readonly perSecond: number,
    listenedSeconds: number,
  ) {
    this.valuesMax = listenedSeconds * perSecond * CLASSES;
  }

  onPitchClasses(classes: Float64Array): void {
    if (this.values >= this.valuesMax) return;
    if (this.values === this.chroma.length) {
      const grown = new Float32Array(this.chroma.length * 2);
      grown.set(this.chroma);
      this.chroma = grown;
    }
    this.chroma.set(classes, this.values);
    this.values += CLASSES;
  }

  finish(): PitchClasses {
    return { classes: this.chroma.subarray(0, this.values), perSecond: this.perSecond };
  }
}

export const pitchClassesStep = evidenceStep("pitchClasses", {
  listen: ({ pitchRateHz }) => new PitchClassListener(pitchRateHz / PITCH_HOP, LISTENED_SECONDS),
  compute: ({ heard }) => heard.finish(),
});
