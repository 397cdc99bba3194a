import { msg } from "@/lib/language/text";
import type { DoubtedValue } from "@/lib/workbench/constants";

/** The keys of the workbench, as the help lists them. */
export const COMMON_KEYS: readonly [key: string, does: string][] = [
  ["Enter", msg("right as it is shown: save it and go on")],
  ["N", msg("skip")],
  ["Z", msg("take the last answer back")],
  ["Space", msg("play or pause")],
  ["C", msg("metronome")],
];

export const VALUE_KEYS: Record<DoubtedValue, readonly [key: string, does: string][]> = {
  bpm: [
    ["1 2 3 4", "÷2, ×2, ×3/2, ×2/3"],
    ["T", msg("tap the tempo")],
    ["[ ]", msg("bars begin a beat earlier or later")],
    ["B", msg("a bar begins at this beat")],
    [", .", msg("move the beats by 1 ms, with Shift by 10 ms")],
    ["0", msg("it has no tempo")],
    ["R", msg("back to what was measured")],
  ],
  key: [
    ["A W S E D F T G Y H U J", msg("C to B, as on a piano")],
    ["X", msg("major or minor")],
    ["1 2 3 4", msg("one of the possible keys")],
    ["0", msg("it has no key")],
    ["R", msg("back to what was measured")],
  ],
  kind: [["1 2 3", msg("one-shot, loop, track")]],
};
