import { type Calibration, calibratedBeliefs, calibratedConfidence } from "@/lib/dsp/learned/confidence";
import type { BeatActivation } from "./beat-activation";
import { snapToLoop } from "./loop-length";
import { isSameTempo, type PathChange, pathChange } from "./path-course";
import { framesPerRow, middleInterval, pulsePath } from "./pulse-path";
import { PATH_CALIBRATION } from "./pulse-weights";
import { type RhythmProfile, rhythmProfile } from "./rhythm-profile";
import { type TempoReading, tempoBeliefs } from "./tempo-beliefs";
import { TEMPO_CALIBRATION } from "./tempo-calibration";
import { beatSalience, tempoCandidates } from "./tempo-candidates";
import { type TempoChange, tempoChange } from "./tempo-course";
import { refineTempo } from "./tempo-refinement";
import { TEMPO_NETWORKS } from "./tempo-weights";

/**
 * Alternatives are other readings of the same music, best first, at most four. `variation` is 0, or the standard
 * deviation over the mean of a tempo that changes to another one.
 */
export type TempoEstimate =
  | {
      found: true;
      bpm: number;
      confidence: number;
      alternatives: TempoReading[];
      variation: number;
      /** The beats that were followed, as fractional frames; null where only the tempo was found. */
      path: Float64Array | null;
    }
  | { found: false; reason: "too_short" | "no_onsets" | "no_rhythm" };

/** What a tempo is estimated from. */
export type TempoInput = {
  /** Onset strength per frame: low, mid and high band, equally long. */
  strengths: (Float32Array | Float64Array)[];
  framesPerSecond: number;
  durationSeconds: number;
  /** What the beat network hears; null for what is too short for it. */
  activation: BeatActivation | null;
};

type Heard = TempoInput & { activation: BeatActivation };

const MIN_SECONDS = 1.2;
const ALTERNATIVES = 4;
/** Readings less likely than this are not worth showing. */
const ALTERNATIVE_CONFIDENCE_MIN = 0.01;
/** A hit and its echo are no rhythm: a sound this short needs this many strong onsets or a clear pulse. */
const ONE_SHOT_SECONDS = 12;
const STRONG_ONSETS_MIN = 4;
const CLEAR_SALIENCE = 0.6;
/**
 * A sound that begins and ends, with silence around it, has a length but no rhythm: in music that lasts longer than so
 * many seconds there are more strong onsets, or so many beats can be followed, as in soft strings.
 */
const LONG_PATH = 24;
const PAIR_ONSETS = 3;
const PAIR_SECONDS = 3;
/** A texture without attacks, such as noise, has less contrast than this and repeats only by chance. */
const TEXTURE_CONTRAST = 2.6;
const TEXTURE_SALIENCE = 0.5;
/** A path this near to a reading has its tempo. */
const SAME_OCTAVES = 0.035;
/** A reading believed in this much is asked whether it makes the file a whole loop. */
const LOOP_BELIEF = 0.5;
/** Two beats this near to one another, where two paths meet, are one. */
const TOO_SOON_FRAMES = 15;
/** Readings this near to it speak for it. */
const NEAR_OCTAVES = 0.06;
const BELIEF_MIN = 0.02;
const BELIEF_MAX = 0.9995;

/**
 * Tempo of a piece, about 40 to 240 BPM, from its onset strengths. Small networks weigh candidate tempi against one
 * another by how the onsets of each band repeat and pulse at the beat and its multiples; the calibrated softmax of
 * their scores is the confidence. The best candidate is refined to a fraction of 0.1 BPM, and exact if the file is a
 * whole loop.
 *
 * @returns the reason if there is no tempo: shorter than 1.2 s, nothing that rises, or no rhythm in it
 * @throws RangeError unless there are three bands
 */
export function estimateTempo(
  { strengths, framesPerSecond, durationSeconds, activation }: TempoInput,
  pathCalibration = PATH_CALIBRATION,
): TempoEstimate {
  if (durationSeconds < MIN_SECONDS) return { found: false, reason: "too_short" };
  const profile = rhythmProfile(strengths, framesPerSecond, durationSeconds);
  if (!profile) return { found: false, reason: "no_onsets" };
  const candidates = tempoCandidates(profile);
  const readings = calibratedBeliefs(tempoBeliefs(profile, candidates, TEMPO_NETWORKS), TEMPO_CALIBRATION);
  const salience = Math.max(0, ...candidates.map((bpm) => beatSalience(profile, bpm)));
  const heardPath = activation && pulsePath(activation, strengths, framesPerSecond, { readings, salience });
  const path = heardPath && isLoopOfAnother(profile, readings, bpmOf(heardPath, framesPerSecond)) ? null : heardPath;
  const held = profile.strongOnsets < PAIR_ONSETS && durationSeconds > PAIR_SECONDS && (path?.length ?? 0) < LONG_PATH;
  if (held || (!path && !hasRhythm(profile, salience))) return { found: false, reason: "no_rhythm" };
  if (path && activation) {
    const heard = { strengths, framesPerSecond, durationSeconds, activation };
    const parts = followedParts(pathChange(path, framesPerSecond), heard);
    if (parts) return { ...changingTempo(parts.change), path: parts.path };
    return { ...chosenTempo(profile, followed(readings, path, framesPerSecond, pathCalibration)), path };
  }
  const change = tempoChange(strengths, framesPerSecond, durationSeconds, TEMPO_NETWORKS);
  return { ...(change ? changingTempo(change) : chosenTempo(profile, readings)), path: null };
}

/**
 * Whether the likeliest reading makes the file a whole loop, and a path goes at another tempo: that the length fits is
 * no chance, and a loop of machines is no music whose tempo moves.
 */
function isLoopOfAnother(profile: RhythmProfile, [best]: TempoReading[], pathBpm: number): boolean {
  if (!best || best.confidence < LOOP_BELIEF || isSameTempo(best.bpm, pathBpm)) return false;
  const refined = refineTempo(profile, best.bpm);
  return snapToLoop(refined, profile.durationSeconds) !== refined;
}

/** Whether onsets that nobody could follow as beats are a rhythm all the same, as in a loop. */
function hasRhythm({ durationSeconds, strongOnsets, contrast }: RhythmProfile, salience: number): boolean {
  const short = durationSeconds <= ONE_SHOT_SECONDS;
  const isolated = short && strongOnsets < STRONG_ONSETS_MIN && salience < CLEAR_SALIENCE;
  const texture = contrast < TEXTURE_CONTRAST && salience < TEXTURE_SALIENCE;
  return !isolated && !texture;
}

/**
 * The two parts of a path that changes its tempo, each followed again by what is believed of its own tempo, and the path
 * of both. Null if the tempo does not change, also when looked at again.
 */
function followedParts(
  change: PathChange | null,
  { strengths, framesPerSecond, durationSeconds, activation }: Heard,
): { change: TempoChange; path: Float64Array } | null {
  if (!change) return null;
  const row = Math.round(change.atFrame / framesPerRow(framesPerSecond));
  const cut = row * framesPerRow(framesPerSecond);
  const parts = change.shares.flatMap((share, i) => {
    const bands = strengths.map((band) => (i === 0 ? band.subarray(0, cut) : band.subarray(cut)));
    const own = rhythmProfile(bands, framesPerSecond, bands[0].length / framesPerSecond);
    if (!own) return [];
    const candidates = tempoCandidates(own);
    const readings = calibratedBeliefs(tempoBeliefs(own, candidates, TEMPO_NETWORKS), TEMPO_CALIBRATION);
    const salience = Math.max(0, ...candidates.map((bpm) => beatSalience(own, bpm)));
    const odds = { ...activation, beat: i === 0 ? activation.beat.subarray(0, row) : activation.beat.subarray(row) };
    const path = pulsePath(odds, bands, framesPerSecond, { readings, salience });
    if (!path) return [];
    const [best] = pathReadings(readings, bpmOf(path, framesPerSecond));
    const part = { bpm: best.bpm, belief: best.confidence, share, profile: { ...own, durationSeconds } };
    return [{ part, path: i === 0 ? path : path.map((frame) => frame + cut) }];
  });
  const [first, second] = parts;
  if (!first || !second || isSameTempo(first.part.bpm, second.part.bpm)) return null;
  const later = second.path.subarray(second.path[0] - first.path[first.path.length - 1] < TOO_SOON_FRAMES ? 1 : 0);
  const [a, b] = [first.part, second.part].sort((x, y) => y.share - x.share);
  const variation = Math.abs(Math.log(a.bpm / b.bpm)) * Math.sqrt(a.share * b.share);
  return { change: { parts: [a, b], variation }, path: Float64Array.from([...first.path, ...later]) };
}

type FoundTempo = Omit<Extract<TempoEstimate, { found: true }>, "path">;

/** The best of the readings and those that come next. */
function chosenTempo(profile: RhythmProfile, [best, ...rest]: TempoReading[]): FoundTempo {
  const alternatives = rest
    .filter(({ confidence }) => confidence >= ALTERNATIVE_CONFIDENCE_MIN)
    .slice(0, ALTERNATIVES)
    .map(({ bpm, confidence }) => ({ bpm: preciseTempo(profile, bpm), confidence }));
  return { found: true, bpm: preciseTempo(profile, best.bpm), confidence: best.confidence, alternatives, variation: 0 };
}

/** The tempo of the path first, and the readings that are another one. */
function followed(
  readings: TempoReading[],
  path: Float64Array,
  framesPerSecond: number,
  calibration: Calibration,
): TempoReading[] {
  return calibratedBeliefs(pathReadings(readings, bpmOf(path, framesPerSecond)), calibration);
}

const bpmOf = (path: Float64Array, framesPerSecond: number) => (60 * framesPerSecond) / middleInterval(path);

/**
 * The reading that a followed tempo is, or the tempo itself, and then all that are not the same. It is believed in as
 * much as all readings near it, and a little even where there is none, for the path was followed on other evidence.
 */
export function pathReadings(readings: readonly TempoReading[], bpm: number): TempoReading[] {
  const apart = (reading: TempoReading) => Math.abs(Math.log2(reading.bpm / bpm));
  const same = readings.filter((reading) => apart(reading) < NEAR_OCTAVES);
  const nearest = same.reduce<TempoReading | null>((a, b) => (a && apart(a) <= apart(b) ? a : b), null);
  const belief = same.reduce((sum, { confidence }) => sum + confidence, 0);
  const own = {
    bpm: nearest && apart(nearest) < SAME_OCTAVES ? nearest.bpm : bpm,
    confidence: Math.max(BELIEF_MIN, Math.min(BELIEF_MAX, belief)),
  };
  return [own, ...readings.filter((reading) => apart(reading) >= NEAR_OCTAVES)];
}

/** The tempo of the longer part. It is no more certain than its part is long, and the other one is an alternative. */
function changingTempo({ parts, variation }: TempoChange): FoundTempo {
  const [first, second] = parts.map(({ profile, bpm, belief, share }) => ({
    bpm: preciseTempo(profile, bpm),
    confidence: share * calibratedConfidence(belief, TEMPO_CALIBRATION),
  }));
  return { found: true, ...first, alternatives: [second], variation };
}

/** A candidate in BPM, refined by the onsets and exact if the file is a whole loop at that tempo. */
export function preciseTempo(profile: RhythmProfile, bpm: number): number {
  return snapToLoop(refineTempo(profile, bpm), profile.durationSeconds);
}
