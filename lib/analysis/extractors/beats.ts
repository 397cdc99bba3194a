import type { BeatGridFacts, Meter, Tempo } from "@/lib/analysis/record/schema";
import { type BeatEstimate, estimateBeats } from "@/lib/dsp/rhythm/beats";
import { loopFit } from "@/lib/dsp/rhythm/loop-fit";
import { absent, type Measured, measured } from "./extractor";

const CLASSES = 12;

export type BeatFindings = {
  meter: Measured<Meter>;
  beats: Measured<number[]>;
  downbeats: Measured<number[]>;
  /** Null where there are no beats. */
  grid: BeatGridFacts | null;
};

/** Beats of what the tempo was listened to; keeps the pitch classes of the long frames that long. */
export class BeatsExtractor {
  private chroma = new Float32Array(1024 * CLASSES);
  private values = 0;

  /** @param listenedSeconds what lies after it gets no beats, so that neither memory nor record grows on */
  constructor(
    private readonly framesPerSecond: number,
    private readonly chromaPerSecond: number,
    private readonly listenedSeconds: number,
  ) {}

  pushChroma(classes: Float64Array): void {
    if (this.values >= this.listenedSeconds * this.chromaPerSecond * CLASSES) return;
    if (this.values === this.chroma.length) {
      const grown = new Float32Array(this.chroma.length * 2);
      grown.set(this.chroma);
      this.chroma = grown;
    }
    this.chroma.set(classes, this.values);
    this.values += CLASSES;
  }

  /** @param strengths onset strength per frame: low, mid and high band */
  finish(strengths: Float64Array[], tempo: Tempo | null, durationSeconds: number): BeatFindings {
    if (!tempo) return nothing("no_tempo", "There is no tempo here, so there are no beats to count.");
    const estimate = estimateBeats({
      strengths,
      framesPerSecond: this.framesPerSecond,
      durationSeconds: Math.min(durationSeconds, this.listenedSeconds),
      bpm: tempo.bpm,
      chroma: this.chroma.subarray(0, this.values),
      chromaPerSecond: this.chromaPerSecond,
    });
    if (!estimate) return nothing("no_beats", "Too few beats sound here to follow them.");
    return {
      meter: measured(estimate.meter),
      beats: measured(estimate.beats.map(toMilliseconds)),
      downbeats: measured(estimate.downbeats.map(toMilliseconds)),
      grid: gridOf(estimate, durationSeconds),
    };
  }
}

function gridOf({ beats, meter, stability, swingRatio }: BeatEstimate, durationSeconds: number): BeatGridFacts {
  const { bars, startsOnGrid, endsOnGrid } = loopFit(
    beats,
    meter.beatUnit === 8 ? 2 : meter.beatsPerBar,
    durationSeconds,
  );
  return { stability, swingRatio, loopBars: bars, startsOnGrid, endsOnGrid };
}

function nothing(code: string, reason: string): BeatFindings {
  return { meter: absent(code, reason), beats: absent(code, reason), downbeats: absent(code, reason), grid: null };
}

function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
