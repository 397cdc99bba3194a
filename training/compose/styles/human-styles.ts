/** Accompaniments by a player's left hand or by a second player. */
export type Texture =
  | "alberti"
  | "arpeggio"
  | "bass and chords"
  | "block"
  | "sparse"
  | "octaves"
  | "stride"
  | "chorale"
  | "drone"
  | "none";

/** Music that one or two people play without drums, in phrases with cadences. */
export type HumanStyle = {
  name: string;
  /** Beats per bar, and whether they are divided in three. */
  beatsPerBar: number;
  compound: boolean;
  /** Median tempo, and its spread in octaves. */
  bpm: number;
  octaves: number;
  /** How free the tempo is: 0 for a machine's, 1 for a romantic pianist's. */
  freedom: number;
  plainHarmony: boolean;
  textures: Texture[];
  /** Rhythms of the melody in twelfths of a beat; each lasts a beat or more; `-` starts a rest. */
  cells: string[];
  programs: { melody: number[]; chords: number[] };
  varied?: Variety;
};

/**
 * Chances that the accompaniment changes with a phrase, that a note of the melody is ornamented, and that the melody is
 * doubled. `arch`: how much faster a phrase may be in its middle than at its ends, as a share.
 */
export type Variety = { textureChange: number; ornament: number; doubling: number; arch: number };

const PIANO = { melody: [0, 0, 0, 1, 2, 4], chords: [0] };
const FIDDLE = { melody: [21, 22, 40, 71, 72, 73, 75, 109, 110, 105, 68], chords: [24, 25, 0, 21, 46] };
const SIMPLE = ["12", "6 6", "6 6", "9 3", "6 3 3", "3 3 6", "3 3 3 3", "24", "-12", "18 6", "4 4 4", "-6 6"];
const RUNNING = ["3 3 3 3", "3 3 3 3", "6 3 3", "6 6", "12"];
const SINGING = ["12", "12", "6 6", "24", "18 6", "-12", "36", "9 3"];
const THREES = ["4 4 4", "8 4", "12", "4 4 4", "24", "-4 4 4", "6 2 4"];
const REEL = ["3 3 3 3", "3 3 3 3", "3 3 3 3", "6 3 3", "3 3 6", "6 6"];
const POLKA = ["6 6", "6 6", "6 6", "12", "6 3 3", "3 3 6"];

const base = { beatsPerBar: 4, compound: false, freedom: 1, plainHarmony: false, cells: SIMPLE, programs: PIANO };

export const HUMAN_STYLES: readonly HumanStyle[] = [
  { ...base, name: "sonata", bpm: 116, octaves: 0.35, freedom: 0.6, textures: ["alberti", "block", "octaves"] },
  { ...base, name: "nocturne", bpm: 72, octaves: 0.35, cells: SINGING, textures: ["arpeggio", "bass and chords"] },
  {
    ...base,
    name: "étude",
    bpm: 100,
    octaves: 0.4,
    cells: RUNNING,
    textures: ["block", "sparse", "octaves", "arpeggio"],
  },
  { ...base, name: "piano waltz", beatsPerBar: 3, bpm: 140, octaves: 0.35, textures: ["bass and chords", "sparse"] },
  {
    ...base,
    name: "minuet",
    beatsPerBar: 3,
    bpm: 110,
    octaves: 0.3,
    freedom: 0.5,
    textures: ["sparse", "block", "alberti"],
  },
  { ...base, name: "adagio", bpm: 58, octaves: 0.25, textures: ["chorale", "arpeggio", "block"] },
  {
    ...base,
    name: "march",
    beatsPerBar: 2,
    bpm: 112,
    octaves: 0.25,
    freedom: 0.4,
    textures: ["stride", "octaves", "block"],
  },
  {
    ...base,
    name: "barcarolle",
    beatsPerBar: 2,
    compound: true,
    bpm: 62,
    octaves: 0.35,
    cells: THREES,
    textures: ["arpeggio", "bass and chords", "sparse"],
  },
  { ...base, name: "chorale", bpm: 76, octaves: 0.3, cells: ["12", "12", "6 6", "24"], textures: ["chorale"] },
  { ...base, name: "piano ballad", bpm: 78, octaves: 0.3, freedom: 0.7, textures: ["arpeggio", "block", "sparse"] },
  {
    ...base,
    name: "two-part invention",
    bpm: 84,
    octaves: 0.3,
    freedom: 0.4,
    cells: RUNNING,
    textures: ["octaves", "sparse", "alberti"],
  },
  {
    ...base,
    name: "reel",
    bpm: 104,
    octaves: 0.25,
    freedom: 0.35,
    plainHarmony: true,
    cells: REEL,
    textures: ["stride", "block", "none", "drone"],
    programs: FIDDLE,
  },
  {
    ...base,
    name: "hornpipe",
    bpm: 92,
    octaves: 0.3,
    freedom: 0.35,
    plainHarmony: true,
    cells: ["8 4", "8 4", "9 3", "12", "4 4 4"],
    textures: ["stride", "block", "none"],
    programs: FIDDLE,
  },
  {
    ...base,
    name: "danced jig",
    beatsPerBar: 2,
    compound: true,
    bpm: 108,
    octaves: 0.2,
    freedom: 0.35,
    plainHarmony: true,
    cells: THREES,
    textures: ["stride", "block", "none", "bass and chords"],
    programs: FIDDLE,
  },
  {
    ...base,
    name: "folk waltz",
    beatsPerBar: 3,
    bpm: 126,
    octaves: 0.35,
    freedom: 0.4,
    plainHarmony: true,
    cells: SINGING,
    textures: ["bass and chords", "none", "block"],
    programs: FIDDLE,
  },
  {
    ...base,
    name: "polka",
    beatsPerBar: 2,
    bpm: 116,
    octaves: 0.2,
    freedom: 0.3,
    plainHarmony: true,
    cells: POLKA,
    textures: ["stride", "bass and chords", "none"],
    programs: FIDDLE,
  },
  {
    ...base,
    name: "air",
    bpm: 80,
    octaves: 0.35,
    freedom: 0.8,
    plainHarmony: true,
    cells: SINGING,
    textures: ["none", "block", "drone", "arpeggio"],
    programs: FIDDLE,
  },
  {
    ...base,
    name: "song",
    bpm: 100,
    octaves: 0.35,
    freedom: 0.5,
    plainHarmony: true,
    textures: ["stride", "block", "arpeggio", "bass and chords"],
    programs: FIDDLE,
  },
];
