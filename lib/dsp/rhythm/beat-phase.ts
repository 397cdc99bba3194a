import {
  type BeatEvidence,
  harmonicChangeAt,
  laggedProduct,
  positionFrame,
  standardised,
  strengthAt,
} from "./beat-sampling";

/** Parts a beat is cut into: enough for both halves, thirds and quarters. */
const SLOTS = 12;
/** Where the true beat may lie, in parts of the tracked one: a tracker may have followed the off-beats. */
export const PHASE_SLOTS = [0, 3, 4, 6, 8, 9];

/** Tolerance, in beats, of the first onset's place. */
const FIRST_ONSET_WIDTH = 0.1;

/** Mean strength at each twelfth of a beat, relative to the mean over all twelve: one profile a band, one of harmony. */
export type BeatProfile = {
  evidence: BeatEvidence;
  bands: Float64Array[];
  harmony: Float64Array;
  /** Where in the beat, 0 … 1, the first onset lies: music mostly begins on a beat. */
  firstOnset: number;
};

/** Profiles over a tracked beat; of at least two beats. `firstFrame` is where the first onset is heard. */
export function beatProfile(evidence: BeatEvidence, firstFrame: number): BeatProfile {
  const { beats, strengths, framesPerSecond } = evidence;
  const bands = strengths.map(() => new Float64Array(SLOTS));
  const harmony = new Float64Array(SLOTS);
  for (let slot = 0; slot < SLOTS; slot++) {
    for (let beat = 0; beat + 1 < beats.length; beat++) {
      const frame = positionFrame(beats, beat, slot / SLOTS);
      strengths.forEach((strength, band) => {
        bands[band][slot] += strengthAt(strength, frame);
      });
      harmony[slot] += harmonicChangeAt(evidence, frame / framesPerSecond);
    }
  }
  const fromFirst = (firstFrame - beats[0]) / (beats[1] - beats[0]);
  return {
    evidence,
    bands: bands.map(relative),
    harmony: relative(harmony),
    firstOnset: fromFirst - Math.floor(fromFirst),
  };
}

/** What speaks for the beat lying `slot` twelfths after the tracked one, as numbers around 0 … 3. */
export function phaseFeatures({ evidence, bands, harmony, firstOnset }: BeatProfile, slot: number): Float64Array {
  const turned = [...bands, harmony].flatMap((profile) =>
    Array.from({ length: SLOTS }, (_, i) => profile[(i + slot) % SLOTS]),
  );
  const onBeat = evidence.strengths.map((strength) =>
    standardised(
      evidence.beats.map((_, beat) => strengthAt(strength, positionFrame(evidence.beats, beat, slot / SLOTS))),
    ),
  );
  const [low, mid] = onBeat;
  const alternation = [
    laggedProduct(low, mid, 0),
    laggedProduct(low, mid, 1),
    ...[low, mid].flatMap((band) => [1, 2, 4].map((lag) => laggedProduct(band, band, lag))),
  ];
  const away = Math.abs(firstOnset - slot / SLOTS);
  const beginsHere = Math.exp(-((Math.min(away, 1 - away) / FIRST_ONSET_WIDTH) ** 2));
  return Float64Array.from([...turned, ...alternation, beginsHere, slot === 0 ? 1 : 0]);
}

function relative(profile: Float64Array): Float64Array {
  let sum = 0;
  for (const value of profile) sum += value;
  return profile.map((value) => (sum > 0 ? (value * SLOTS) / sum : 1));
}
