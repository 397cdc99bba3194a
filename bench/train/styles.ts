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

const POP = {
  chords: [0, 4, 5, 24, 25, 27, 48, 80, 88, 89],
  bass: [32, 33, 34, 38],
  melody: [0, 4, 24, 40, 56, 65, 73, 80, 81],
};
const ELECTRONIC = { chords: [4, 5, 80, 81, 88, 89, 90, 91, 62], bass: [38, 39, 38], melody: [80, 81, 82, 84, 87, 4] };
const ACOUSTIC = { chords: [0, 24, 25, 46, 21], bass: [32, 43], melody: [40, 68, 71, 72, 73, 21, 22, 24] };
const BAND: Pick<
  Style,
  "jitterMs" | "sway" | "swing" | "beatsPerBar" | "stepsPerBeat" | "melodyChance" | "drumChance"
> = {
  jitterMs: [0, 12],
  sway: [0, 0.01],
  swing: [0.5, 0.52],
  beatsPerBar: 4,
  stepsPerBeat: 4,
  melodyChance: 0.6,
  drumChance: 1,
};
const MACHINE = { ...BAND, jitterMs: [0, 2] as [number, number], sway: [0, 0] as [number, number] };
const SOLO = { ...BAND, drumChance: 0, drums: {}, melodyChance: 0.9 };

export const STYLES: Style[] = [
  {
    ...BAND,
    name: "pop",
    bpm: [88, 132],
    drums: {
      kick: ["x.......x.......", "x......?x.?.....", "x.....x.x.......", "x.......x.x....."],
      snare: ["....x.......x..."],
      hat: ["x.x.x.x.x.x.x.x.", "xoxoxoxoxoxoxoxo", "x...x...x...x..."],
      openHat: ["................", "..............?."],
    },
    comping: ["pad", "strum8", "strum4", "syncopated", "halves"],
    bass: ["roots", "eighths", "syncopated"],
    programs: POP,
  },
  {
    ...BAND,
    name: "rock",
    bpm: [95, 175],
    drums: {
      kick: ["x.......x.x.....", "x.....x.x.......", "x.?.....x.?...?."],
      snare: ["....x.......x..."],
      hat: ["x.x.x.x.x.x.x.x.", "x...x...x...x..."],
      ride: ["................", "x.x.x.x.x.x.x.x."],
    },
    comping: ["strum8", "syncopated", "pad"],
    bass: ["eighths", "roots"],
    programs: { chords: [28, 29, 30, 27], bass: [33, 34], melody: [29, 30, 65, 18] },
  },
  {
    ...BAND,
    name: "ballad",
    bpm: [56, 86],
    drums: {
      kick: ["x.......x.......", "x.........x....."],
      snare: ["....x.......x...", "........x......."],
      hat: ["x.x.x.x.x.x.x.x.", "xoxoxoxoxoxoxoxo", "x...x...x...x..."],
    },
    drumChance: 0.8,
    comping: ["pad", "arpeggio", "strum4", "strum8"],
    bass: ["long", "roots"],
    programs: POP,
  },
  {
    ...MACHINE,
    name: "house",
    bpm: [116, 134],
    drums: {
      kick: ["x...x...x...x..."],
      clap: ["....x.......x...", "................"],
      openHat: ["..x...x...x...x."],
      hat: ["................", "x.x.x.x.x.x.x.x.", "xoxoxoxoxoxoxoxo"],
    },
    comping: ["offbeat", "syncopated", "pad"],
    bass: ["octaves", "syncopated", "eighths"],
    programs: ELECTRONIC,
  },
  {
    ...MACHINE,
    name: "techno",
    bpm: [122, 150],
    drums: {
      kick: ["x...x...x...x..."],
      hat: ["..x...x...x...x.", "xoxoxoxoxoxoxoxo", "..xo..xo..xo..xo"],
      clap: ["................", "....x.......x..."],
      rim: ["................", "...?..?...?..?.."],
    },
    comping: ["none", "offbeat", "pad", "arpeggio"],
    bass: ["eighths", "octaves", "syncopated", "none"],
    melodyChance: 0.3,
    programs: ELECTRONIC,
  },
  {
    ...MACHINE,
    name: "drum and bass",
    bpm: [160, 182],
    drums: {
      kick: ["x.........x.....", "x.....?...x.....", "x.x.......x....."],
      snare: ["....x.......x...", "....x..o.o..x..o"],
      hat: ["x.x.x.x.x.x.x.x.", "xoxoxoxoxoxoxoxo"],
      ride: ["................", "x.x.x.x.x.x.x.x."],
    },
    comping: ["pad", "none", "halves"],
    bass: ["long", "syncopated", "none", "eighths"],
    melodyChance: 0.4,
    programs: ELECTRONIC,
  },
  {
    ...MACHINE,
    name: "hip-hop",
    bpm: [76, 108],
    swing: [0.5, 0.62],
    drums: {
      kick: ["x......?..x.....", "x.x.......x..?..", "x..x...?.xx.....", "x.........x....."],
      snare: ["....x.......x..."],
      hat: ["x.x.x.x.x.x.x.x.", "x.xox.x.x.xox.xo", "xoxoxoxoxoxoxoxo"],
    },
    comping: ["pad", "halves", "syncopated", "none"],
    bass: ["syncopated", "long", "none"],
    melodyChance: 0.4,
    programs: ELECTRONIC,
  },
  {
    ...MACHINE,
    name: "trap",
    bpm: [60, 80],
    drums: {
      kick: ["x.....x...?.....", "x..x..?...x....?", "x.........x..x.."],
      snare: ["....x.......x..."],
      hat: ["xoxoxoxoxoxoxoxo", "xxxxxxxxxxxxxxxx", "x?xxx?xxx?xxxxx?"],
      openHat: ["................", "......?.......?."],
    },
    comping: ["pad", "halves", "none", "arpeggio"],
    bass: ["long", "syncopated"],
    melodyChance: 0.5,
    programs: ELECTRONIC,
  },
  {
    ...BAND,
    name: "jazz",
    bpm: [110, 215],
    swing: [0.58, 0.68],
    drums: {
      ride: ["x...x.o.x...x.o."],
      hat: ["....x.......x..."],
      kick: ["................", "o...o...o...o..."],
      snare: ["................", "......?.....?.?."],
    },
    comping: ["syncopated", "halves"],
    bass: ["walking", "walking", "roots"],
    programs: { chords: [0, 26, 4], bass: [32], melody: [65, 66, 56, 0, 11] },
  },
  {
    ...BAND,
    name: "bossa",
    bpm: [108, 150],
    drums: {
      kick: ["x.....x.x.....x."],
      rim: ["x.....x.....x...", "x.....x...x..x..", "..x...x.x....x.."],
      hat: ["x.x.x.x.x.x.x.x."],
    },
    comping: ["syncopated", "strum8"],
    bass: ["syncopated", "roots"],
    programs: { chords: [24, 4, 0], bass: [32, 33], melody: [73, 65, 11, 24] },
  },
  {
    ...BAND,
    name: "reggae",
    bpm: [66, 94],
    swing: [0.5, 0.58],
    drums: {
      kick: ["........x.......", "x...x...x...x...", "x.......x......."],
      snare: ["........x.......", "....x.......x..."],
      hat: ["x.x.x.x.x.x.x.x."],
    },
    comping: ["offbeat"],
    bass: ["syncopated", "roots"],
    programs: { chords: [16, 27, 0], bass: [33], melody: [56, 22, 66] },
  },
  {
    ...BAND,
    name: "funk",
    bpm: [88, 122],
    swing: [0.5, 0.56],
    drums: {
      kick: ["x.x....x..x.....", "x.....x...x..x..", "x..x......x....."],
      snare: ["....x..o.o..x..o", "....x.......x..."],
      hat: ["xoxoxoxoxoxoxoxo", "x.x.x.x.x.x.x.x."],
    },
    comping: ["syncopated", "strum8"],
    bass: ["syncopated", "octaves"],
    programs: { chords: [27, 28, 7, 61], bass: [36, 33], melody: [61, 65, 56] },
  },
  {
    ...BAND,
    name: "waltz",
    bpm: [82, 190],
    beatsPerBar: 3,
    drums: {
      kick: ["x..........."],
      snare: ["....o...o...", "............"],
      hat: ["....x...x...", "x.x.x.x.x.x.", "x...x...x..."],
    },
    drumChance: 0.45,
    comping: ["oompah", "pad", "arpeggio", "strum4"],
    bass: ["oompah", "long"],
    melodyChance: 0.85,
    programs: ACOUSTIC,
  },
  {
    ...BAND,
    name: "jig",
    bpm: [88, 136],
    stepsPerBeat: 3,
    drums: {
      kick: ["x.....x.....", "x..x..x..x.."],
      hat: ["x.xx.xx.xx.x", "x..x..x..x..", "xxxxxxxxxxxx"],
      tambourine: ["...x.....x..", "............"],
    },
    drumChance: 0.3,
    swing: [0.5, 0.5],
    comping: ["oompah", "strum4", "none", "strum8"],
    bass: ["roots", "oompah", "none"],
    melodyChance: 1,
    programs: ACOUSTIC,
  },
  {
    ...BAND,
    name: "slow six-eight",
    bpm: [46, 80],
    beatsPerBar: 4,
    stepsPerBeat: 3,
    swing: [0.5, 0.5],
    drums: {
      kick: ["x.....x.....", "x....xx....."],
      snare: ["...x.....x.."],
      hat: ["xxxxxxxxxxxx"],
    },
    drumChance: 0.85,
    comping: ["pad", "arpeggio", "strum8"],
    bass: ["roots", "long"],
    programs: POP,
  },
  {
    ...BAND,
    name: "shuffle",
    bpm: [84, 150],
    stepsPerBeat: 3,
    swing: [0.5, 0.5],
    drums: { kick: ["x..o..x..o..", "x.....x..x.."], snare: ["...x.....x.."], hat: ["x.xx.xx.xx.x"] },
    comping: ["strum4", "syncopated", "pad"],
    bass: ["walking", "roots", "eighths"],
    programs: { chords: [27, 29, 0, 18], bass: [33, 32], melody: [22, 27, 65] },
  },
  {
    ...SOLO,
    name: "piano",
    bpm: [58, 140],
    jitterMs: [3, 25],
    sway: [0, 0.05],
    comping: ["arpeggio", "halves", "strum4", "oompah", "pad"],
    bass: ["roots", "long", "eighths", "none"],
    programs: { chords: [0], bass: [0], melody: [0] },
  },
  {
    ...SOLO,
    name: "strings",
    bpm: [55, 125],
    jitterMs: [2, 20],
    sway: [0, 0.02],
    comping: ["pad", "halves", "strum4"],
    bass: ["long", "roots", "eighths"],
    programs: { chords: [48, 49, 44], bass: [43, 42], melody: [40, 41, 48] },
  },
  {
    ...SOLO,
    name: "brass",
    bpm: [76, 134],
    jitterMs: [2, 15],
    sway: [0, 0.01],
    comping: ["pad", "halves", "strum4", "oompah", "syncopated"],
    bass: ["roots", "oompah"],
    programs: { chords: [60, 61, 57], bass: [58], melody: [56, 57, 60] },
  },
  {
    ...SOLO,
    name: "guitar",
    bpm: [66, 134],
    jitterMs: [2, 18],
    sway: [0, 0.02],
    comping: ["arpeggio", "strum8", "strum4"],
    bass: ["roots", "none"],
    programs: { chords: [24, 25, 26], bass: [24, 32], melody: [24, 25] },
  },
  {
    ...BAND,
    name: "breakbeat",
    bpm: [80, 142],
    swing: [0.5, 0.6],
    drums: {
      kick: ["x.x.......xx....", "x..x..x...x.....", "x.....x..xx..?..", "x.......xx......", "x?x....x..x....."],
      snare: ["....x..o.o..x..o", "....x.......x...", "....x....o..x.?.", "....x..x.o..x...", "....x.....x.x..."],
      hat: ["x.x.x.x.x.x.x.x.", "xoxoxoxoxoxoxoxo", "x.xox.x.x.xox.x.", "................"],
      ride: ["................", "................", "x.x.x.x.x.x.x.x."],
      openHat: ["................", "..............x.", "......x........."],
    },
    drumsOnlyChance: 0.75,
    loopChance: 0.75,
    comping: ["halves", "syncopated", "pad"],
    bass: ["syncopated", "none"],
    melodyChance: 0.2,
    programs: POP,
  },
  {
    ...BAND,
    name: "percussion",
    bpm: [84, 140],
    drums: {
      conga: ["x..x..x.x..x..x.", "o.oxo.xxo.oxo.xx", "x.x.o.x.x.x.oxx."],
      tambourine: ["x.x.x.x.x.x.x.x.", "xoxoxoxoxoxoxoxo", "....x.......x..."],
      rim: ["................", "x..x..x...x.x...", "..x..x..x..x..x."],
      kick: ["................", "x...x...x...x...", "x.......x......."],
    },
    drumsOnlyChance: 0.8,
    loopChance: 0.6,
    comping: ["syncopated", "none"],
    bass: ["syncopated", "none"],
    melodyChance: 0.2,
    programs: POP,
  },
  {
    ...MACHINE,
    name: "sequence",
    bpm: [92, 146],
    drums: { kick: ["x...x...x...x...", "x.......x......."], hat: ["................", "..x...x...x...x."] },
    drumChance: 0.3,
    loopChance: 0.6,
    comping: ["arpeggio", "syncopated", "strum8", "sixteenths"],
    bass: ["none", "eighths", "octaves", "syncopated"],
    melodyChance: 0.2,
    programs: ELECTRONIC,
  },
  {
    ...SOLO,
    name: "folk tune",
    bpm: [84, 128],
    jitterMs: [2, 18],
    sway: [0, 0.02],
    comping: ["none", "strum4", "oompah", "strum8"],
    bass: ["none", "roots"],
    melodyChance: 1,
    programs: ACOUSTIC,
  },
];
