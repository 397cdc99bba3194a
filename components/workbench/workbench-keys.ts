import type { DoubtedValue } from "@/lib/workbench/constants";

/** The keys of the workbench, as the help lists them. */
export const COMMON_KEYS: readonly [key: string, does: string][] = [
  ["Enter", "right as it is shown: save it and go on"],
  ["N", "skip"],
  ["Z", "take the last answer back"],
  ["Space", "play or pause"],
  ["C", "metronome"],
];

export const VALUE_KEYS: Record<DoubtedValue, readonly [key: string, does: string][]> = {
  bpm: [
    ["1 2 3 4", "÷2, ×2, ×3/2, ×2/3"],
    ["T", "tap the tempo"],
    ["[ ]", "bars begin a beat earlier or later"],
    ["B", "a bar begins at this beat"],
    [", .", "move the beats by 1 ms, with Shift by 10 ms"],
    ["0", "it has no tempo"],
    ["R", "back to what was measured"],
  ],
  key: [
    ["A W S E D F T G Y H U J", "C to B, as on a piano"],
    ["X", "major or minor"],
    ["1 2 3 4", "one of the possible keys"],
    ["0", "it has no key"],
    ["R", "back to what was measured"],
  ],
  kind: [["1 2 3", "one-shot, loop, track"]],
};
