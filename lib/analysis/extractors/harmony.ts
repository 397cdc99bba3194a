import { ChromaFold } from "@/lib/dsp/harmony/chroma-fold";

/** Frames between the two that are compared: half a second, the pace of chords. */
const LAG_FRAMES = 5;

export type HarmonyEvidence = {
  /** Mean share of each pitch class from C; all 0 for silence. */
  chroma: Float64Array;
  /** Mean distance, 0 … 2, between the pitch classes of frames half a second apart. */
  change: number;
};

/** Pitch classes of the long frames: for comparing passages and sounds, not for naming a key. */
export class HarmonyExtractor {
  /** Of the frame pushed last. */
  readonly classes = new Float64Array(12);
  private readonly fold: ChromaFold;
  private readonly sum = new Float64Array(12);
  private readonly earlier = Array.from({ length: LAG_FRAMES }, () => new Float64Array(12));
  private frames = 0;
  private change = 0;

  constructor(pitchRateHz: number, pitchFftSize: number) {
    this.fold = new ChromaFold(pitchRateHz, pitchFftSize);
  }

  pushPitchFrame(power: Float64Array): void {
    const { classes, sum } = this;
    this.fold.compute(power, classes);
    const before = this.earlier[this.frames % LAG_FRAMES] ?? classes;
    for (let c = 0; c < 12; c++) {
      const value = classes[c] ?? 0;
      sum[c] = (sum[c] ?? 0) + value;
      if (this.frames >= LAG_FRAMES) this.change += Math.abs(value - (before[c] ?? 0));
    }
    before.set(classes);
    this.frames++;
  }

  finish(): HarmonyEvidence {
    const total = this.sum.reduce((all, value) => all + value, 0);
    const chroma = this.sum.map((value) => (total > 0 ? value / total : 0));
    return { chroma, change: this.change / Math.max(1, this.frames - LAG_FRAMES) };
  }
}
