import type { Listener } from "./listener";
import { evidenceStep } from "./step";

const CLASSES = 12;
/** Frames between the two that are compared: half a second, the pace of chords. */
const LAG_FRAMES = 5;

/** Pitch classes of the whole file: for comparing sounds, not for naming a key. */
export type Harmony = {
  /** Mean share of each pitch class from C; all 0 for silence. */
  chroma: Float64Array;
  /** Mean distance, 0 … 2, between the pitch classes of frames half a second apart. */
  change: number;
};

class HarmonyListener implements Listener {
  private readonly sum = new Float64Array(CLASSES);
  private readonly earlier = Array.from({ length: LAG_FRAMES }, () => new Float64Array(CLASSES));
  private frames = 0;
  private change = 0;

  onPitchClasses(classes: Float64Array): void {
    const { sum } = this;
    const before = this.earlier[this.frames % LAG_FRAMES] ?? classes;
    for (let c = 0; c < CLASSES; c++) {
      const value = classes[c] ?? 0;
      sum[c] = (sum[c] ?? 0) + value;
      if (this.frames >= LAG_FRAMES) this.change += Math.abs(value - (before[c] ?? 0));
    }
    before.set(classes);
    this.frames++;
  }

  finish(): Harmony {
    const total = this.sum.reduce((all, value) => all + value, 0);
    const chroma = this.sum.map((value) => (total > 0 ? value / total : 0));
    return { chroma, change: this.change / Math.max(1, this.frames - LAG_FRAMES) };
  }
}

export const harmonyStep = evidenceStep("harmony", {
  listen: () => new HarmonyListener(),
  compute: ({ heard }) => heard.finish(),
});
