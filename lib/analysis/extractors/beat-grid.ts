import type { Meter } from "@/lib/analysis/record/values/meter";
import type { BeatGridFacts } from "@/lib/analysis/record/values/rhythm";
import { PITCH_HOP } from "@/lib/dsp/harmony/pitch-transform";
import { type BeatEstimate, estimateBeats, stabilityOf } from "@/lib/dsp/rhythm/beats";
import { loopFit } from "@/lib/dsp/rhythm/loop-fit";
import type { TempoEstimate } from "@/lib/dsp/rhythm/tempo";
import { msg } from "@/lib/language/text";
import type { Listener } from "./listener";
import { absent, type Measured, measured } from "./measured";
import { LISTENED_SECONDS } from "./onsets";
import { evidenceStep } from "./step";

const CLASSES = 12;

/** Beats and how they are counted; times in seconds from the start, to the millisecond. */
export type BeatGrid = { meter: Meter; beats: number[]; downbeats: number[]; facts: BeatGridFacts };

type BeatRates = {
  framesPerSecond: number;
  chromaPerSecond: number;
  /** Anything later gets no beats, so that memory and record stay bounded. */
  listenedSeconds: number;
};

/** Keeps the pitch classes of the part whose tempo is measured, and finds the beats of that part. */
export class BeatListener implements Listener {
  private chroma = new Float32Array(1024 * CLASSES);
  private values = 0;

  constructor(private readonly rates: BeatRates) {}

  onPitchClasses(classes: Float64Array): void {
    if (this.values >= this.rates.listenedSeconds * this.rates.chromaPerSecond * CLASSES) return;
    if (this.values === this.chroma.length) {
      const grown = new Float32Array(this.chroma.length * 2);
      grown.set(this.chroma);
      this.chroma = grown;
    }
    this.chroma.set(classes, this.values);
    this.values += CLASSES;
  }

  /** @param strengths onset strength per frame: low, mid and high band */
  finish(strengths: Float64Array[], tempo: TempoEstimate, durationSeconds: number): Measured<BeatGrid> {
    if (!tempo.found) return absent("no_tempo", msg("There is no tempo here, so there are no beats to count."));
    const { framesPerSecond, chromaPerSecond, listenedSeconds } = this.rates;
    const estimate = estimateBeats({
      strengths,
      framesPerSecond,
      durationSeconds: Math.min(durationSeconds, listenedSeconds),
      bpm: tempo.bpm,
      chroma: this.chroma.subarray(0, this.values),
      chromaPerSecond,
    });
    if (!estimate) return absent("no_beats", msg("Too few beats sound here to follow them."));
    return measured({
      meter: estimate.meter,
      beats: estimate.beats.map(toMilliseconds),
      downbeats: estimate.downbeats.map(toMilliseconds),
      facts: tempo.variation > 0 ? changingFacts(estimate, tempo.variation) : factsOf(estimate, durationSeconds),
    });
  }
}

/** A part of the grid; absent for the same reason. */
export function partOf<Part>(grid: Measured<BeatGrid>, part: (grid: BeatGrid) => Part): Measured<Part> {
  return grid.value === null ? grid : measured(part(grid.value));
}

function factsOf({ beats, meter, stability, swingRatio }: BeatEstimate, durationSeconds: number): BeatGridFacts {
  const { bars, startsOnGrid, endsOnGrid } = loopFit(
    beats,
    meter.beatUnit === 8 ? 2 : meter.beatsPerBar,
    durationSeconds,
  );
  return { stability, swingRatio, loopBars: bars, startsOnGrid, endsOnGrid };
}

/** Beats that follow one of two tempi are no grid for the whole file. */
function changingFacts({ stability, swingRatio }: BeatEstimate, variation: number): BeatGridFacts {
  const off = { loopBars: null, startsOnGrid: null, endsOnGrid: null };
  return { stability: Math.min(stability, stabilityOf(variation)), swingRatio, ...off };
}

function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

export const beatGridStep = evidenceStep("beatGrid", {
  needs: ["onsets", "tempoEstimate"],
  listen: ({ framesPerSecond, pitchRateHz }) =>
    new BeatListener({
      framesPerSecond,
      chromaPerSecond: pitchRateHz / PITCH_HOP,
      listenedSeconds: LISTENED_SECONDS,
    }),
  compute: ({ onsets, tempoEstimate, durationSeconds, heard }) => heard.finish(onsets, tempoEstimate, durationSeconds),
});
