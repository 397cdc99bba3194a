import type { Instrument } from "@/lib/analysis/record/values/instruments";

/** Lowest and highest note that is taken from a program, as MIDI numbers. */
type Range = readonly [low: number, high: number];
export type ProgramLabel = { label: Instrument; range: Range };

const spans: [from: number, to: number, label: Instrument, range: Range][] = [
  [0, 7, "piano", [30, 96]],
  [8, 8, "mallet", [60, 96]],
  [9, 10, "bell", [60, 100]],
  [11, 13, "mallet", [48, 90]],
  [14, 14, "bell", [48, 84]],
  [15, 15, "guitar", [50, 84]],
  [16, 20, "organ", [36, 88]],
  [21, 23, "organ", [48, 84]],
  [24, 31, "guitar", [40, 82]],
  [32, 39, "bass", [24, 52]],
  [40, 45, "strings", [38, 90]],
  [46, 46, "guitar", [40, 90]],
  [48, 51, "strings", [38, 88]],
  [52, 54, "voice", [45, 80]],
  [56, 63, "brass", [40, 80]],
  [64, 79, "woodwind", [46, 90]],
  [80, 95, "synth", [48, 92]],
  [104, 107, "guitar", [48, 82]],
  [108, 108, "mallet", [52, 84]],
  [109, 109, "woodwind", [55, 80]],
  [110, 110, "strings", [55, 88]],
  [111, 111, "woodwind", [55, 80]],
  [112, 112, "bell", [60, 96]],
  [113, 113, "cowbell", [55, 90]],
  [114, 114, "mallet", [50, 84]],
  [115, 115, "percussion", [50, 90]],
  [116, 117, "tom", [40, 72]],
  [118, 118, "tom", [40, 72]],
  [119, 119, "fx", [50, 70]],
  [122, 122, "ambience", [40, 80]],
  [123, 124, "fx", [50, 80]],
  [125, 126, "ambience", [50, 72]],
  [127, 127, "fx", [40, 70]],
];

/** What the programs of General MIDI are; those that are several things, or none of ours, are left out. */
export const PROGRAMS = new Map<number, ProgramLabel>(
  spans.flatMap(([from, to, label, range]) =>
    Array.from({ length: to - from + 1 }, (_, i) => [from + i, { label, range }] as const),
  ),
);

const drumGroups: [Instrument, number[]][] = [
  ["kick", [35, 36]],
  ["rim", [31, 37]],
  ["snare", [38, 40]],
  ["clap", [39]],
  ["tom", [41, 43, 45, 47, 48, 50, 86, 87]],
  ["hi-hat", [42, 44, 46]],
  ["cymbal", [49, 51, 52, 55, 57, 59]],
  ["cowbell", [56, 67, 68]],
  ["percussion", [54, 58, 60, 61, 62, 63, 64, 65, 66, 69, 70, 73, 74, 75, 76, 77, 78, 79, 82, 83, 85]],
  ["bell", [80, 81, 84]],
  ["fx", [27, 29, 30]],
];

/** What the keys of a drum kit are, including the GS extensions. */
export const DRUM_KEYS = new Map<number, Instrument>(
  drumGroups.flatMap(([label, keys]) => keys.map((key) => [key, label] as const)),
);

/** Programs of the kits: standard, room, power, electronic, 808, jazz, brush. */
export const KITS = [0, 8, 16, 24, 25, 32, 40];
export const ORCHESTRA_KIT = 48;

/** The orchestral kit has timpani and castanets in place of some drums. */
export const ORCHESTRA_KEYS = new Map<number, Instrument>([
  [35, "kick"],
  [36, "kick"],
  [37, "rim"],
  [38, "snare"],
  [39, "percussion"],
  [40, "snare"],
  [57, "cymbal"],
  [59, "cymbal"],
]);

/** Groups that are not learned from: every fifth program with a label, from the third on. */
export function heldOutPrograms(): ReadonlySet<string> {
  const seen = new Map<Instrument, number>();
  const held = new Set<string>();
  for (const [program, { label }] of PROGRAMS) {
    const rank = seen.get(label) ?? 0;
    seen.set(label, rank + 1);
    if (rank % 5 === 2) held.add(`program ${program}`);
  }
  return held;
}

/** The electronic and the brush kit. */
export const HELD_OUT_KITS: ReadonlySet<string> = new Set(["kit 24", "kit 40"]);
