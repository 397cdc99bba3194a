import type { Drum } from "./styles/style";

export type Mode = "major" | "minor";

export type TimedNote = {
  channel: number;
  pitch: number;
  startSeconds: number;
  lengthSeconds: number;
  velocity: number;
};

export type TrainingPiece = {
  seed: number;
  style: string;
  bpm: number;
  tonic: number;
  mode: Mode;
  beatsPerBar: number;
  /** When the beats fall, the first of each `beatsPerBar` on a downbeat. */
  beatSeconds: number[];
  durationSeconds: number;
  /** Whether the piece is cut at a whole number of bars. */
  loop: boolean;
  drumsOnly: boolean;
  /** Whether beats are divided in three throughout. */
  compound?: boolean;
  programs: { channel: number; program: number }[];
  notes: TimedNote[];
};

export const DRUM_PITCHES: Record<Drum, number[]> = {
  kick: [35, 36],
  snare: [38, 40],
  clap: [39],
  rim: [37],
  hat: [42, 44],
  openHat: [46],
  ride: [51, 59],
  tambourine: [54],
  conga: [62, 63],
};
export const SCALES = { major: [0, 2, 4, 5, 7, 9, 11], minor: [0, 2, 3, 5, 7, 8, 10] };
/** Scale degrees of the chords of a phrase, one a bar. */
export const PROGRESSIONS = {
  major: [
    [0, 4, 5, 3],
    [0, 3, 4, 0],
    [0, 5, 3, 4],
    [1, 4, 0, 0],
    [0, 3, 0, 4],
    [5, 3, 0, 4],
    [0, 2, 3, 4],
    [0, 1, 4, 0],
  ],
  minor: [
    [0, 5, 2, 6],
    [0, 3, 4, 0],
    [0, 6, 5, 4],
    [0, 3, 6, 2],
    [0, 5, 3, 4],
    [0, 2, 6, 3],
    [0, 0, 3, 4],
    [0, 6, 0, 4],
  ],
};
/** Scale degrees above the root that a walking bass plays in turn. */
export const WALK = [0, 2, 4, 5];
export const CHORD_CHANNEL = 0;
export const BASS_CHANNEL = 1;
export const MELODY_CHANNEL = 2;
export const DRUM_CHANNEL = 9;
