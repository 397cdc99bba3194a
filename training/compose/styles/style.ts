/** What a piece is drawn from. Patterns have one character a step. */
export type Style = {
  name: string;
  bpm: [number, number];
  /** Beats in a bar and steps in a beat: 4 × 4, 3 × 4, or 2 × 3 for six-eight, whose beat is a dotted crotchet. */
  beatsPerBar: number;
  stepsPerBeat: number;
  /** Patterns of each drum, of which one is picked: `x` loud, `o` soft, `?` sometimes. */
  drums: Partial<Record<Drum, string[]>>;
  /** Chance that there are drums, and that there is nothing but drums. */
  drumChance: number;
  drumsOnlyChance?: number;
  /** Chance that the piece is a loop, cut at whole bars. */
  loopChance?: number;
  /** How the harmony is played. */
  comping: Comping[];
  bass: Bass[];
  melodyChance: number;
  /** Where the off-beat falls within a beat of four steps: 0.5 straight, 0.67 triplet swing. */
  swing: [number, number];
  /** Standard deviation of onsets in milliseconds, and how far the tempo sways slowly, as a share. */
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
