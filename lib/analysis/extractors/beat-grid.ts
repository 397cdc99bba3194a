import type { Meter } from "@/lib/analysis/record/values/meter";
import type { BeatGridFacts } from "@/lib/analysis/record/values/rhythm";
import type { BeatActivation } from "@/lib/dsp/rhythm/beat-activation";
import { type BeatEstimate, estimateBeats, stabilityOf } from "@/lib/dsp/rhythm/beats";
import { loopFit } from "@/lib/dsp/rhythm/loop-fit";
import type { TempoEstimate } from "@/lib/dsp/rhythm/tempo";
import { msg } from "@/lib/language/text";
import { absent, type Measured, measured } from "./measured";
import { LISTENED_SECONDS } from "./onsets";
import { evidenceStep } from "./step";

/** What the confidence of the metre keeps at a tempo that nothing speaks for. */
const TEMPO_FREE = 0.8;

/** Beats and how they are counted; times in seconds from the start, to the millisecond. */
export type BeatGrid = { meter: Meter; beats: number[]; downbeats: number[]; facts: BeatGridFacts };

/** What beats are found in. `listenedSeconds`: anything later gets none, so that memory and record stay bounded. */
export type BeatEvidence = {
  strengths: Float64Array[];
  chroma: Float32Array;
  tempo: TempoEstimate;
  activation: BeatActivation | null;
  durationSeconds: number;
  framesPerSecond: number;
  chromaPerSecond: number;
  listenedSeconds: number;
};

/** The beats of the part whose tempo is measured. */
export function findBeatGrid({ tempo, durationSeconds, listenedSeconds, ...heard }: BeatEvidence): Measured<BeatGrid> {
  if (!tempo.found) return absent("no_tempo", msg("There is no tempo here, so there are no beats to count."));
  const estimate = estimateBeats({
    ...heard,
    durationSeconds: Math.min(durationSeconds, listenedSeconds),
    bpm: tempo.bpm,
    path: tempo.path,
  });
  if (!estimate) return absent("no_beats", msg("Too few beats sound here to follow them."));
  return measured({
    meter: { ...estimate.meter, confidence: estimate.meter.confidence * meterShare(tempo.confidence) },
    beats: estimate.beats.map(toMilliseconds),
    downbeats: estimate.downbeats.map(toMilliseconds),
    facts: tempo.variation > 0 ? changingFacts(estimate, tempo.variation) : factsOf(estimate, durationSeconds),
  });
}

/** Beats counted at a wrong tempo hardly ever make the right bars. */
const meterShare = (tempoConfidence: number) => TEMPO_FREE + (1 - TEMPO_FREE) * tempoConfidence;

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
  needs: ["onsets", "pitchClasses", "beatActivation", "tempoEstimate"],
  compute: ({ onsets, pitchClasses, beatActivation, tempoEstimate, durationSeconds, framesPerSecond }) =>
    findBeatGrid({
      strengths: onsets,
      chroma: pitchClasses.classes,
      chromaPerSecond: pitchClasses.perSecond,
      tempo: tempoEstimate,
      activation: beatActivation,
      durationSeconds,
      framesPerSecond,
      listenedSeconds: LISTENED_SECONDS,
    }),
});
