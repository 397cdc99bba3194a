import { type CandidateNetwork, candidateShares } from "@/lib/dsp/learned/candidate-network";
import { type Calibration, calibratedConfidence } from "@/lib/dsp/learned/confidence";
import { largestNear } from "./bar-decoding";
import { BAR_READINGS, barFeatures, beatSeries } from "./bar-phase";
import { countedBars, followedBars, type Meter } from "./bars";
import type { BeatActivation } from "./beat-activation";
import { beatEnvelope } from "./beat-envelope";
import { type BeatGrid, fitBeatGrid } from "./beat-grid";
import { BEAT_SLOTS, type BeatProfile, beatProfile, PHASE_SLOTS, phaseFeatures } from "./beat-phase";
import { type BeatEvidence, positionFrame } from "./beat-sampling";
import { compoundFeatures, hasThirds, swingRatio } from "./beat-subdivision";
import { shiftedBeats, snapBeats, trackBeats } from "./beat-tracking";
import { BAR_NETWORKS, COMPOUND_NETWORKS, METER_CALIBRATION, PHASE_NETWORKS } from "./beat-weights";
import { rowAt } from "./pulse-path";

/** Onset strength peaks this long before the attack, because its window sees a hit coming. */
export const ONSET_LEAD_SECONDS = 0.0045;
/** Least number of beats that were tracked. */
const BEATS_MIN = 4;
/** Least number of beats on the grid where something sounds. */
export const GRID_BEATS_MIN = 2;
/** A beat this close to the end belongs to what follows: the next round of a loop. */
const END_SECONDS = 0.015;
/**
 * Onsets above this, in root mean squares, are part of the music. Beats are given from the first to the last of them.
 */
const SOUNDING_STRENGTH = 0.5;
/** How far a grid goes on before the first and after the last onset. */
const BEFORE_BEATS = 0.2;
const AFTER_BEATS = 0.6;
/** Variation of the period, as a share of it, at which stability has fallen to 1/e. */
const PERIOD_VARIATION = 0.03;
/** How much the log odds of each beat count beside the profile where a steady beat lies, and the least of them. */
const HEARD_WEIGHT = 0.2;
const ODDS_MIN = -6;
/** What beats are estimated from. */
export type BeatInput = {
  /** Onset strength per frame: low, mid and high band. */
  strengths: (Float32Array | Float64Array)[];
  framesPerSecond: number;
  durationSeconds: number;
  bpm: number;
  /** Shares of the pitch classes, twelve values a frame; empty if the harmony is unknown. */
  chroma: Float32Array;
  chromaPerSecond: number;
  /** Beats that were followed with the tempo, as fractional frames, and what the network hears; null without them. */
  path: Float64Array | null;
  activation: BeatActivation | null;
};

/** The beats of a piece and how they are counted. */
export type BeatEstimate = {
  /** Seconds from the start, ascending. */
  beats: number[];
  /** Those of `beats` that begin a bar. */
  downbeats: number[];
  meter: Meter;
  /** 1 = the tempo of a machine, nearer 0 the more it moves. */
  stability: number;
  /** 1 = straight, 2 = triplets; null if off-beats are missing or the metre is compound. */
  swingRatio: number | null;
  /** Whether all beats are exactly equally far apart. */
  steady: boolean;
};

/** What was learned: networks whose scores are averaged, and what the confidence of the metre is worth. */
export type BeatModel = Record<"phase" | "bars" | "compound", readonly CandidateNetwork[]> & { meter: Calibration };

const LEARNED: BeatModel = {
  phase: PHASE_NETWORKS,
  bars: BAR_NETWORKS,
  compound: COMPOUND_NETWORKS,
  meter: METER_CALIBRATION,
};

/** Beats as first tracked, with the envelope that they were tracked on. */
export type TrackedBeats = { envelope: Float64Array; evidence: BeatEvidence; profile: BeatProfile };

/** Tracks beats, which may be the off-beats. Returns null if there is too little to track. */
export function trackedBeats(input: BeatInput): TrackedBeats | null {
  const { strengths, framesPerSecond, bpm, chroma, chromaPerSecond, path } = input;
  const envelope = beatEnvelope(strengths, framesPerSecond);
  const beats = envelope && (path ?? trackBeats(envelope, framesPerSecond, bpm));
  if (!envelope || !beats || beats.length < BEATS_MIN) return null;
  const evidence = { beats, strengths, framesPerSecond, chroma, chromaPerSecond };
  return { envelope, evidence, profile: beatProfile(evidence, envelope.findIndex(sounds)) };
}

/**
 * The grid of beats in frames, if the true beat lies `slot` twelfths after the tracked one. It covers everything that
 * sounds.
 */
export function gridFrom({ envelope, evidence }: TrackedBeats, slot: number, input: BeatInput): BeatGrid {
  const { framesPerSecond, bpm } = input;
  const shifted =
    slot === 0
      ? evidence.beats
      : snapBeats(shiftedBeats(evidence.beats, slot / BEAT_SLOTS, envelope.length), envelope, framesPerSecond);
  const grid = fitBeatGrid(
    shifted.map((frame) => frame / framesPerSecond),
    60 / bpm,
  );
  // Beats that were followed one by one are where they are; only those of a tracker with one tempo are evened out.
  const beats = input.path && !grid.steady ? shifted.map((frame) => frame / framesPerSecond) : grid.beats;
  const covering = coveringBeats(beats, envelope, framesPerSecond);
  return { ...grid, beats: covering.map((seconds) => seconds * framesPerSecond) };
}

/**
 * Beats, downbeats and metre of music whose tempo is known. Beats are tracked over the onset strength. Small networks,
 * which see where in a beat the onsets of each band and the changes of harmony fall, then decide where in a beat the
 * true one lies and which beat begins the bar. Returns null if there is too little to track.
 */
export function estimateBeats(input: BeatInput, model = LEARNED): BeatEstimate | null {
  const tracked = trackedBeats(input);
  if (!tracked) return null;
  const { framesPerSecond, durationSeconds } = input;
  const activation = input.path && input.activation;
  const grid = activation
    ? followedGrid(tracked, activation, input, model)
    : gridFrom(tracked, likelySlot(tracked.profile, model.phase), input);
  if (grid.beats.length < GRID_BEATS_MIN) return null;
  const [profile, slot] = activation
    ? [beatProfile({ ...tracked.evidence, beats: grid.beats }, tracked.envelope.findIndex(sounds)), 0]
    : [tracked.profile, likelySlot(tracked.profile, model.phase)];
  const compound = compoundShare(profile, slot, model.compound);
  const series = beatSeries({ ...tracked.evidence, beats: grid.beats }, durationSeconds);
  const readings = candidateShares(
    model.bars,
    BAR_READINGS.map((reading) => barFeatures(series, reading)),
  );
  const {
    meter,
    isDownbeat,
    compound: inThirds,
  } = activation
    ? followedBars(activation, grid, framesPerSecond, readings, compound)
    : countedBars(readings, compound);
  const seconds = Array.from(grid.beats, (frame) => Math.max(0, frame / framesPerSecond + ONSET_LEAD_SECONDS));
  const inside = (at: number) => at < durationSeconds - END_SECONDS;
  return {
    beats: seconds.filter(inside),
    downbeats: seconds.filter((at, i) => isDownbeat(i) && inside(at)),
    meter: { ...meter, confidence: calibratedConfidence(meter.confidence, model.meter) },
    stability: stabilityOf(grid.periodVariation),
    swingRatio: inThirds ? null : swingRatio(tracked.envelope, grid.beats),
    steady: grid.steady,
  };
}

/**
 * The grid of beats that were followed. Of a steady one, which part of the beat is the beat is asked of the profile as
 * well: there the same thing happens on every beat, and that is what it knows about.
 */
function followedGrid(
  tracked: TrackedBeats,
  { beat }: BeatActivation,
  input: BeatInput,
  { phase }: Pick<BeatModel, "phase">,
): BeatGrid {
  const grid = gridFrom(tracked, 0, input);
  if (!grid.steady || grid.beats.length < GRID_BEATS_MIN) return grid;
  const { beats } = grid;
  const profile = beatProfile({ ...tracked.evidence, beats }, tracked.envelope.findIndex(sounds));
  const shares = candidateShares(
    phase,
    PHASE_SLOTS.map((slot) => phaseFeatures(profile, slot)),
  );
  const heard = (slot: number) =>
    beats.reduce((sum, _, i) => {
      const row = rowAt(positionFrame(beats, i, slot / BEAT_SLOTS), input.framesPerSecond);
      return sum + Math.max(ODDS_MIN, largestNear(beat, row, 1));
    }, 0);
  const scores = PHASE_SLOTS.map((slot, i) => Math.log(shares[i] + 1e-3) + HEARD_WEIGHT * heard(slot));
  const best = PHASE_SLOTS[scores.indexOf(Math.max(...scores))];
  if (best === 0) return grid;
  return gridFrom({ ...tracked, evidence: { ...tracked.evidence, beats } }, best, input);
}

function likelySlot(profile: BeatProfile, networks: readonly CandidateNetwork[]): number {
  const phases = candidateShares(
    networks,
    PHASE_SLOTS.map((slot) => phaseFeatures(profile, slot)),
  );
  return PHASE_SLOTS[indexOfLargest(phases)];
}

/** How evenly a tempo is kept, from the standard deviation of the period over its mean: 1 for none. */
export function stabilityOf(variation: number): number {
  return Math.exp(-variation / PERIOD_VARIATION);
}

/** How likely it is that beats are cut into three throughout, 0 … 1. */
function compoundShare(profile: BeatProfile, slot: number, networks: readonly CandidateNetwork[]): number {
  if (!hasThirds(profile, slot)) return 0;
  const evidence = compoundFeatures(profile, slot);
  return candidateShares(networks, [evidence, evidence.map((value) => -value)])[0];
}

/**
 * The beats of a grid in seconds, continued or cut at both ends so that they cover the part in which something sounds.
 */
function coveringBeats(beats: Float64Array, envelope: Float64Array, framesPerSecond: number): Float64Array {
  const headPeriod = beats[1] - beats[0];
  const tailPeriod = beats[beats.length - 1] - beats[beats.length - 2];
  const from = Math.max(-0.02, envelope.findIndex(sounds) / framesPerSecond - BEFORE_BEATS * headPeriod);
  const end = envelope.findLastIndex(sounds) / framesPerSecond + AFTER_BEATS * tailPeriod;
  const to = Math.min(end, envelope.length / framesPerSecond);
  const before: number[] = [];
  for (let at = beats[0] - headPeriod; at >= from; at -= headPeriod) before.push(at);
  const after: number[] = [];
  for (let at = beats[beats.length - 1] + tailPeriod; at < to; at += tailPeriod) after.push(at);
  return Float64Array.from([...before.reverse(), ...beats.filter((at) => at >= from && at < to), ...after]);
}

function sounds(strength: number): boolean {
  return strength > SOUNDING_STRENGTH;
}

function indexOfLargest(values: Float64Array): number {
  return values.indexOf(Math.max(...values));
}
