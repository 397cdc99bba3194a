/** A stretch of a piece, in seconds. */
interface Stretch {
  startSeconds: number;
  endSeconds: number;
}

/** A chord as a set of pitch classes. 0 is C. */
export interface PieceChord extends Stretch {
  root: number;
  quality: "major" | "minor";
}

/** Energy over time, as the analysis measured it. */
export interface Envelope {
  secondsPerPoint: number;
  /** Each 0 … 1, where 1 is the loudest point of the piece. */
  level: Float32Array;
  low: Float32Array;
  mid: Float32Array;
  high: Float32Array;
}

/** The mel spectrogram of the whole piece: one column after the other, each from low to high, 0 … 255. */
export interface MelMap {
  columns: number;
  bands: number;
  secondsPerColumn: number;
  values: Uint8Array;
}

/** What a scene knows of a sound before it is heard. What the analysis did not find is empty or null. */
export interface Piece {
  durationSeconds: number;
  /** Times in seconds, ascending. */
  beats: readonly number[];
  /** Those of them on which a bar begins. */
  downbeats: readonly number[];
  onsets: readonly number[];
  bpm: number | null;
  beatsPerBar: number | null;
  key: { tonic: number; mode: "major" | "minor" } | null;
  chords: readonly PieceChord[];
  sections: readonly (Stretch & { label: string })[];
  envelope: Envelope | null;
  mel: MelMap | null;
}
