import { type GenreStyle, known } from "./genre-style";
import { BAND, SOLO } from "./style-presets";

const NO_HITS = "................";
const HANDS = { jitterMs: [3, 22] as [number, number], sway: [0, 0.03] as [number, number] };

export const ACOUSTIC_GENRES: GenreStyle[] = [
  known("jazz", "jazz"),
  {
    genre: "jazz",
    style: {
      ...BAND,
      name: "slow swing",
      bpm: [62, 112],
      swing: [0.6, 0.68],
      drums: {
        ride: ["x...x.o.x...x.o."],
        hat: ["....o.......o..."],
        rim: [NO_HITS, "............o..."],
        snare: [NO_HITS, "..o...o...o...o."],
      },
      comping: ["halves", "syncopated", "pad"],
      bass: ["walking", "roots"],
      melodyChance: 0.8,
      programs: { chords: [0, 26], bass: [32], melody: [66, 56, 71, 26] },
    },
  },
  {
    genre: "jazz",
    style: {
      ...BAND,
      name: "bebop",
      bpm: [190, 260],
      swing: [0.54, 0.64],
      drums: {
        ride: ["x...x.x.x...x.x."],
        hat: ["....x.......x..."],
        kick: [NO_HITS, "......?...?....."],
        snare: ["...?..?....?.?..", NO_HITS],
      },
      comping: ["syncopated"],
      bass: ["walking"],
      melodyChance: 1,
      programs: { chords: [0, 11, 26], bass: [32], melody: [65, 56, 66, 0] },
    },
  },
  known("bossa", "bossa nova"),
  {
    genre: "bossa nova",
    style: {
      ...BAND,
      name: "slow bossa",
      bpm: [100, 138],
      drums: {
        kick: ["x.....x.x.....x."],
        rim: ["x..x..x...x..x..", "x.....x.....x..."],
        hat: ["xoxoxoxoxoxoxoxo", NO_HITS],
      },
      drumChance: 0.8,
      comping: ["syncopated"],
      bass: ["roots", "syncopated"],
      melodyChance: 0.7,
      programs: { chords: [24, 0, 26], bass: [32], melody: [66, 73, 53, 0] },
    },
  },
  {
    genre: "latin",
    style: {
      ...BAND,
      name: "salsa",
      bpm: [86, 108],
      drums: {
        conga: ["..o.x.xx..o.x.xx", "o.oox.xxo.oox.xx"],
        rim: ["x..x..x...x.x...", "..x.x...x..x..x."],
        tambourine: [NO_HITS, "x.xxx.xxx.xxx.xx"],
        kick: [NO_HITS, "...x..x....x..x."],
      },
      comping: ["syncopated", "sixteenths"],
      bass: ["syncopated"],
      melodyChance: 0.7,
      programs: { chords: [0, 1], bass: [32, 33], melody: [56, 57, 61, 73] },
    },
  },
  {
    genre: "latin",
    style: {
      ...BAND,
      name: "cha-cha",
      bpm: [106, 128],
      drums: {
        conga: ["x.x.x.x.x.x.x.xx", "o.x.o.xxo.x.o.xx"],
        rim: ["x...x...x...x...", "x.....x...x.x..."],
        tambourine: ["x.o.x.o.x.o.x.o.", NO_HITS],
      },
      comping: ["syncopated", "strum8", "offbeat"],
      bass: ["syncopated", "roots"],
      melodyChance: 0.7,
      programs: { chords: [0, 24, 61], bass: [32, 33], melody: [73, 56, 66] },
    },
  },
  known("folk tune", "folk"),
  known("jig", "folk"),
  {
    genre: "folk",
    style: {
      ...BAND,
      ...HANDS,
      name: "fiddle and banjo",
      bpm: [96, 140],
      drums: {},
      drumChance: 0,
      comping: ["sixteenths", "arpeggio", "strum8"],
      bass: ["roots", "oompah"],
      melodyChance: 0.9,
      programs: { chords: [105, 25], bass: [32], melody: [110, 105, 22] },
    },
  },
  known("piano", "classical"),
  known("strings", "classical"),
  {
    genre: "classical",
    style: {
      ...SOLO,
      ...HANDS,
      name: "chamber music",
      bpm: [54, 128],
      comping: ["halves", "arpeggio", "strum4", "pad"],
      bass: ["long", "roots", "eighths"],
      programs: { chords: [48, 49, 60, 46], bass: [42, 70], melody: [68, 71, 73, 40] },
    },
  },
  {
    genre: "classical",
    style: {
      ...SOLO,
      ...HANDS,
      name: "baroque",
      bpm: [66, 120],
      comping: ["arpeggio", "strum4", "sixteenths"],
      bass: ["eighths", "roots", "walking"],
      programs: { chords: [6, 19, 48], bass: [42, 70, 6], melody: [40, 68, 74, 6] },
    },
  },
  known("waltz", null),
  known("guitar", null),
  known("brass", null),
  known("percussion", null),
];
