import { crossed, FeatureLayout, labels, numbered } from "@/lib/dsp/learned/feature-layout";
import {
  type BeatEvidence,
  harmonicChangeAt,
  laggedProduct,
  positionFrame,
  strengthAt,
  unitVariance,
} from "./beat-sampling";
import { ONSET_BANDS } from "./onset-strength";

/** Parts that a beat is cut into: enough for halves, thirds and quarters. */
export const BEAT_SLOTS = 12;
/** Where the true beat may lie, in twelfths of a beat after the tracked one: a tracker may have followed off-beats. */
export const PHASE_SLOTS = [0, 3, 4, 6, 8, 9];
/** Lags in beats at which a band is compared with itself. */
const ALTERNATION_LAGS = [1, 2, 4];
/** How far the first onset may lie from a beat. */
const FIRST_ONSET_WIDTH_BEATS = 0.1;

const SLOT_NAMES = numbered(BEAT_SLOTS);

/** What happens at each twelfth of a beat, on average. A profile has 12 values whose mean is 1. */
export type BeatProfile = {
  evidence: BeatEvidence;
  /** Onset strength: one profile for each of the low, mid and high band. */
  bands: Float64Array[];
  /** Change of harmony. */
  harmony: Float64Array;
  /** Where in a beat the first onset lies, 0 … 1: music mostly begins on a beat. */
  firstOnset: number;
};

/** What {@link phaseFeatures} returns: the inputs of `PHASE_NETWORKS`. Twelfths count from the candidate's beat. */
export const PHASE_LAYOUT = new FeatureLayout({
  strength: crossed(ONSET_BANDS, SLOT_NAMES),
  harmony: SLOT_NAMES,
  lowWithMid: "value",
  lowBeforeMid: "value",
  lowAlternation: labels(ALTERNATION_LAGS),
  midAlternation: labels(ALTERNATION_LAGS),
  beginsHere: "value",
  asTracked: "value",
});

/**
 * Profiles over the tracked beats.
 *
 * @param firstFrame where the first onset is heard
 * @throws RangeError for fewer than two beats
 */
export function beatProfile(evidence: BeatEvidence, firstFrame: number): BeatProfile {
  const { beats, strengths, framesPerSecond } = evidence;
  if (beats.length < 2) throw new RangeError(`a beat profile needs two beats, got ${beats.length}`);
  const bands = strengths.map(() => new Float64Array(BEAT_SLOTS));
  const harmony = new Float64Array(BEAT_SLOTS);
  for (let slot = 0; slot < BEAT_SLOTS; slot++) {
    for (let beat = 0; beat + 1 < beats.length; beat++) {
      const frame = positionFrame(beats, beat, slot / BEAT_SLOTS);
      strengths.forEach((strength, band) => {
        bands[band][slot] += strengthAt(strength, frame);
      });
      harmony[slot] += harmonicChangeAt(evidence, frame / framesPerSecond);
    }
  }
  const fromFirst = (firstFrame - beats[0]) / (beats[1] - beats[0]);
  return {
    evidence,
    bands: bands.map(relativeToMean),
    harmony: relativeToMean(harmony),
    firstOnset: fromFirst - Math.floor(fromFirst),
  };
}

/** What speaks for the beat lying `slot` twelfths after the tracked one, as {@link PHASE_LAYOUT} says. */
export function phaseFeatures({ evidence, bands, harmony, firstOnset }: BeatProfile, slot: number): Float64Array {
  const [low, mid] = evidence.strengths.map((strength) =>
    unitVariance(
      evidence.beats.map((_, beat) => strengthAt(strength, positionFrame(evidence.beats, beat, slot / BEAT_SLOTS))),
    ),
  );
  const alternation = (band: Float64Array) => ALTERNATION_LAGS.map((lag) => laggedProduct(band, band, lag));
  const away = Math.abs(firstOnset - slot / BEAT_SLOTS);
  return PHASE_LAYOUT.vector({
    strength: bands.flatMap((profile) => turned(profile, slot)),
    harmony: turned(harmony, slot),
    lowWithMid: laggedProduct(low, mid, 0),
    lowBeforeMid: laggedProduct(low, mid, 1),
    lowAlternation: alternation(low),
    midAlternation: alternation(mid),
    beginsHere: Math.exp(-((Math.min(away, 1 - away) / FIRST_ONSET_WIDTH_BEATS) ** 2)),
    asTracked: slot === 0 ? 1 : 0,
  });
}

/** The profile of a beat that begins `slot` twelfths later. */
export function turned(profile: Float64Array, slot: number): number[] {
  return Array.from(profile, (_, i) => profile[(i + slot) % profile.length]);
}

function relativeToMean(profile: Float64Array): Float64Array {
  let sum = 0;
  for (const value of profile) sum += value;
  return profile.map((value) => (sum > 0 ? (value * BEAT_SLOTS) / sum : 1));
}
