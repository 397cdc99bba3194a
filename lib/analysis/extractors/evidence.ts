import type { LevelShape } from "@/lib/dsp/level/level-envelope";
import type { BeatActivation } from "@/lib/dsp/rhythm/beat-activation";
import type { TempoEstimate } from "@/lib/dsp/rhythm/tempo";
import type { BeatGrid } from "./beat-grid";
import type { HeldChord } from "./chords";
import type { Harmony } from "./harmony";
import type { Measured } from "./measured";
import type { Movement } from "./movement";
import type { OnsetEvidence } from "./onsets";
import type { PitchClasses } from "./pitch-classes";
import type { Tonality } from "./tonality";

/** What steps find for other steps and for the pictures. The record does not hold it. */
export type Evidence = {
  onsetEvidence: OnsetEvidence;
  /** Onset strength per short frame: low, mid and high band. Of the first twenty minutes. */
  onsets: Float64Array[];
  /** Null for short recordings. */
  beatActivation: BeatActivation | null;
  tempoEstimate: TempoEstimate;
  pitchClasses: PitchClasses;
  beatGrid: Measured<BeatGrid>;
  movement: Movement;
  tonality: Tonality;
  harmony: Harmony;
  chordSpans: HeldChord[];
  /** Null where nothing sounds. */
  levelShape: LevelShape | null;
  /** The description and its tags. */
  words: { description: string; tags: string[] };
  /** The stored waveform, as `peaks-format.ts` encodes it. */
  peaks: Uint8Array;
  /** A PNG. */
  spectrogram: Uint8Array;
};
