/** What is drawn at random for a piece. Sixteenth steps; in compound and ternary metres a bar has `stepsPerBar`. */
export type Style = {
  name: string;
  bpm: [number, number];
  /** Beats in a bar and steps in a beat: 4 × 4, 3 × 4, or 2 × 3 for six-eight with a dotted-quarter beat. */
  beatsPerBar: number;
  stepsPerBeat: number;
  /** One line a drum: `x` loud, `o` soft, `?` now and then. Several variants, one is picked. */
  drums: Partial<Record<Drum, string[]>>;
  /** Chance that there are drums at all, and that there is nothing else. */
  drumChance: number;
  drumsOnlyChance?: number;
  /** Chance that the piece is a loop, cut at whole bars. */
  loopChance?: number;
  /** How the harmony is played. */
  comping: Comping[];
  bass: Bass[];
  melodyChance: number;
  /** Late off-beats: 0.5 straight, 0.67 triplet swing; of a beat (4 steps: eighths) or of half a beat. */
  swing: [number, number];
  /** Standard deviation of onsets in milliseconds, and of slow tempo sway as a share. */
  jitterMs: [number, number];
  sway: [number, number];
  programs: { chords: number[]; bass: number[]; melody: number[] };
};

export type Drum = "kick" | "snare" | "clap" | "rim" | "hat" | "openHat" | "ride" | "tambourine" | "conga";
export type Comping =
  | "pad"
  | "strum8"
  | "strum4"
  | "offbeat"
  | "arpeggio"
  | "oompah"
  | "syncopated"
  | "sixteenths"
  | "halves"
  | "none";
export type Bass = "roots" | "eighths" | "walking" | "syncopated" | "octaves" | "oompah" | "long" | "none";
