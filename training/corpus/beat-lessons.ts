import { FRAMES_PER_SECOND } from "@/lib/analysis/engine/streams";
import { BAR_READINGS, barFeatures, beatSeries } from "@/lib/dsp/rhythm/bar-phase";
import { PHASE_SLOTS, phaseFeatures } from "@/lib/dsp/rhythm/beat-phase";
import { compoundFeatures } from "@/lib/dsp/rhythm/beat-subdivision";
import { type BeatInput, GRID_BEATS_MIN, gridFrom, ONSET_LEAD_SECONDS, trackedBeats } from "@/lib/dsp/rhythm/beats";
import type { TrainingPiece } from "@/training/compose/composition";
import type { Choice } from "@/training/learn/network-training";
import { composeSeed } from "./corpus";
import type { MeasuredPiece } from "./measurement";
import { CHROMA_PER_SECOND, noteChroma } from "./note-chroma";

const COMPOUND_STYLES = ["jig", "slow six-eight"];
const HIT_SECONDS = 0.06;
/** Share of the tracked beats that must agree on what is right. */
const AGREEMENT = 0.7;

/** What one piece teaches about beats; `bars` is null where its beats do not agree on a downbeat. */
export type BeatLesson = { seed: number; phase: Choice; bars: Choice | null; compound: Choice };

/** What the engine would look for beats in, at a tempo that is known or heard; harmony comes from the notes. */
export const beatInput = (
  { strengths, durationSeconds }: MeasuredPiece,
  piece: TrainingPiece,
  bpm: number,
): BeatInput => ({
  strengths,
  framesPerSecond: FRAMES_PER_SECOND,
  durationSeconds,
  bpm,
  chroma: noteChroma(piece),
  chromaPerSecond: CHROMA_PER_SECOND,
  path: null,
  activation: null,
});

export const isCompound = ({ style, compound }: TrainingPiece) => compound ?? COMPOUND_STYLES.includes(style);

/** Null if the tracked beats have too little to do with the true ones. */
export function beatLesson(measured: MeasuredPiece): BeatLesson | null {
  const piece = composeSeed(measured.piece.seed);
  const { durationSeconds } = measured;
  const input = beatInput(measured, piece, piece.bpm);
  const tracked = trackedBeats(input);
  if (!tracked) return null;
  const right = rightPhase(tracked.evidence.beats, piece);
  if (right < 0) return null;
  const slot = PHASE_SLOTS[right] ?? 0;
  const { beats } = gridFrom(tracked, slot, input);
  if (beats.length < GRID_BEATS_MIN) return null;
  const series = beatSeries({ ...tracked.evidence, beats }, durationSeconds);
  const rightBars = rightReading(beats, piece);
  const compound = compoundFeatures(tracked.profile, slot);
  return {
    seed: piece.seed,
    phase: { features: PHASE_SLOTS.map((candidate) => phaseFeatures(tracked.profile, candidate)), right },
    bars:
      rightBars < 0
        ? null
        : { features: BAR_READINGS.map((reading) => barFeatures(series, reading)), right: rightBars },
    compound: {
      features: [compound, compound.map((value) => -value)],
      right: isCompound(piece) ? 0 : 1,
    },
  };
}

const secondsOf = (frame: number) => frame / FRAMES_PER_SECOND + ONSET_LEAD_SECONDS;

/** Index of the phase slot at which the true beats lie between the tracked ones; −1 if they do not agree on one. */
function rightPhase(frames: Float64Array, { beatSeconds }: TrainingPiece): number {
  const phases = Array.from(frames).flatMap((frame, i) => {
    const from = secondsOf(frame);
    const interval = secondsOf(frames[i + 1] ?? Number.NaN) - from;
    const beat = beatSeconds.find((seconds) => seconds >= from - 0.06 * interval && seconds < from + 0.94 * interval);
    return beat === undefined ? [] : [(beat - from) / interval];
  });
  const votes = PHASE_SLOTS.map((slot) => phases.filter((phase) => Math.abs(phase - slot / 12) < 0.08).length);
  const best = Math.max(...votes);
  return best < AGREEMENT * phases.length || best === 0 ? -1 : votes.indexOf(best);
}

/** Index of the bar reading that has the true downbeats; −1 if the beats do not agree on one. */
function rightReading(frames: Float64Array, { beatSeconds, beatsPerBar }: TrainingPiece): number {
  const votes = new Array<number>(beatsPerBar).fill(0);
  for (const [i, frame] of frames.entries()) {
    const beat = beatSeconds.findIndex((seconds) => Math.abs(seconds - secondsOf(frame)) < HIT_SECONDS);
    const slot = (((i - beat) % beatsPerBar) + beatsPerBar) % beatsPerBar;
    if (beat >= 0) votes[slot] = (votes[slot] ?? 0) + 1;
  }
  const best = Math.max(...votes);
  if (best < AGREEMENT * frames.length) return -1;
  const downbeat = votes.indexOf(best);
  return BAR_READINGS.findIndex((reading) => reading.beatsPerBar === beatsPerBar && reading.downbeat === downbeat);
}
