import type { HeldChord } from "@/lib/analysis/extractors/chords";
import { measured, silent } from "@/lib/analysis/extractors/measured";
import { valueStep } from "@/lib/analysis/extractors/step";
import { kindValue, SOUND_KINDS, type SoundKind } from "@/lib/analysis/record/values/kind";
import type { Tempo } from "@/lib/analysis/record/values/tempo";
import { NO_CHORD } from "@/lib/dsp/harmony/chords";
import { calibratedConfidence } from "@/lib/dsp/learned/confidence";
import { softmax } from "@/lib/dsp/learned/softmax";
import type { LevelShape } from "@/lib/dsp/level/level-envelope";
import type { OnsetEvents } from "@/lib/dsp/rhythm/onset-events";
import { KIND_CALIBRATION } from "./kind-calibration";
import { ramp } from "./ramp";

export type KindEvidence = {
  durationSeconds: number;
  shape: LevelShape;
  events: OnsetEvents;
  beatStrength: number;
  tempo: Pick<Tempo, "bpm"> | null;
  /** How many chords on different roots are held for a second or more. */
  chordsHeld: number;
};

export const kindStep = valueStep(kindValue, {
  needs: ["levelShape", "movement", "tempo", "chordSpans"],
  compute({ levelShape, movement: { events, beatStrength }, tempo, chordSpans, durationSeconds }) {
    if (!levelShape) return silent();
    const chordsHeld = countHeld(chordSpans);
    return measured(soundKind({ durationSeconds, shape: levelShape, events, beatStrength, tempo, chordsHeld }));
  },
});

/** A single sound may seem to change from one triad to another as its overtones die, but hardly for so long. */
const HELD_SECONDS = 1;
/** From this number of roots on, chords count as events: a pad changes them without an onset. */
const CHORDS_MIN = 3;

function countHeld(spans: readonly HeldChord[]): number {
  const held = spans.filter(({ startSeconds, endSeconds }) => endSeconds - startSeconds >= HELD_SECONDS);
  return new Set(held.filter(({ chord }) => chord !== NO_CHORD).map(({ chord }) => chord % 12)).size;
}

/** Onsets weaker than this share of the strongest count as part of the sound before them: a flutter, a bounce. */
const EVENT_SHARE = 0.25;
/** More events than this make no difference. */
const EVENT_OCTAVES_MAX = 3.5;
/** A loop is a whole number of bars long, give or take this part of a beat. */
const FIT_BEATS = 0.08;
const FIT_BEATS_MAX = 128;
/**
 * Over these lengths, 10 to 26 seconds in octaves of a second, beginning at once stops telling a loop, unless it is whole
 * bars long: what is cut out of a song begins at once, too.
 */
const EXCERPT_OCTAVES = [3.3, 4.7] as const;

/**
 * One-shot, loop or track, told from length, number of events, decay, pulse, and how start and length fit a grid.
 * The confidence is the calibrated softmax of the three scores.
 */
export function soundKind(evidence: KindEvidence, calibration = KIND_CALIBRATION): SoundKind {
  const shares = softmax(kindScores(evidence));
  const best = Math.max(...shares);
  return {
    label: SOUND_KINDS[shares.indexOf(best)] ?? "one-shot",
    confidence: calibratedConfidence(best, calibration),
  };
}

/**
 * Scores of one-shot, loop and track. A one-shot is one event that dies away; a loop begins at once, repeats a pulse
 * and is whole bars long; a track has many events, is long, and need not begin or end on anything.
 */
function kindScores(evidence: KindEvidence): number[] {
  const { durationSeconds, shape, events, beatStrength, tempo, chordsHeld } = evidence;
  const octaves = Math.log2(durationSeconds);
  const strongest = Math.max(0, ...events.rises);
  const strong = events.rises.filter((rise) => rise >= EVENT_SHARE * strongest).length;
  const many = Math.min(EVENT_OCTAVES_MAX, Math.log2(Math.max(1, strong, chordsHeld >= CHORDS_MIN ? chordsHeld : 0)));
  const decays = ramp(-shape.endDb, 5, 30) * ramp(-shape.temporalCentroid, -0.45, -0.25);
  const atOnce = ramp(shape.startDb, -40, -10);
  const bars = tempo ? wholeBars((durationSeconds * tempo.bpm) / 60) : 0;
  const fit = bars * (0.3 + 0.7 * atOnce);
  const excerpt = ramp(octaves, ...EXCERPT_OCTAVES) * (1 - bars);
  return [
    2.2 + 1.5 * decays - 1.3 * many - 0.8 * Math.max(0, octaves - 1) - beatStrength,
    -2 + 0.9 * many + 1.5 * fit + 2 * atOnce * (1 - excerpt) - excerpt + beatStrength - 0.9 * Math.max(0, octaves - 4),
    -4 + 1.3 * Math.max(0, octaves - 2.5) + 0.8 * many + 0.6 * (1 - atOnce),
  ];
}

/** 1 for a multiple of four beats, falling to 0 around it. */
function wholeBars(beats: number): number {
  const nearest = Math.max(4, 4 * Math.round(beats / 4));
  return nearest > FIT_BEATS_MAX ? 0 : Math.exp(-(((beats - nearest) / FIT_BEATS) ** 2));
}
