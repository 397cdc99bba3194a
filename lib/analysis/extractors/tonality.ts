import { ChromaTimeline } from "@/lib/dsp/harmony/chroma-timeline";
import { HpcpExtractor } from "@/lib/dsp/harmony/hpcp";
import { estimateKey, type KeyEstimate, type Tuning } from "@/lib/dsp/harmony/key";
import { foldRows, type PitchRow } from "@/lib/dsp/harmony/pitch-rows";
import { PITCH_HOP } from "@/lib/dsp/harmony/pitch-transform";
import { totalPower } from "@/lib/dsp/spectrum/spectral-shape";
import type { Listener, StreamRates } from "./listener";
import { evidenceStep } from "./step";

const SILENCE_POWER = 1e-7;

/** What key, key changes, chords, tuning and atonality are read from. */
export type Tonality = {
  estimate: KeyEstimate;
  /** Null for silence. */
  tuning: Tuning | null;
  /** Pitch classes over time. */
  rows: readonly PitchRow[];
  rowSeconds: number;
  /** Halfway between the centres of the row's first frame and of the one before, to the millisecond. */
  startSecondsOf(row: number): number;
};

/** Pitch classes from the peaks of the long frames. */
class TonalityListener implements Listener {
  private readonly hpcp: HpcpExtractor;
  private readonly timeline = new ChromaTimeline();
  private readonly frameSeconds: number;

  constructor({ pitchRateHz, pitchFftSize }: StreamRates) {
    this.hpcp = new HpcpExtractor(pitchRateHz, pitchFftSize);
    this.frameSeconds = PITCH_HOP / pitchRateHz;
  }

  onPitchFrame(power: Float64Array): void {
    if (totalPower(power) > SILENCE_POWER) this.hpcp.add(power, this.timeline.frame);
    this.timeline.advance();
  }

  finish(): Tonality {
    const rows = this.timeline.finish();
    const estimate = estimateKey(rows);
    const { framesPerRow } = this.timeline;
    const { frameSeconds } = this;
    return {
      estimate,
      tuning: this.hpcp.deviation.mean,
      rows: foldRows(rows, estimate.tuning?.cents ?? 0),
      rowSeconds: framesPerRow * frameSeconds,
      startSecondsOf(row) {
        const seconds = (Math.floor(row) * framesPerRow - 0.5) * frameSeconds;
        return Math.max(0, Math.round(seconds * 1000) / 1000);
      },
    };
  }
}

export const tonalityStep = evidenceStep("tonality", {
  listen: (rates) => new TonalityListener(rates),
  compute: ({ heard }) => heard.finish(),
});
