import { describe, expect, it } from "vitest";
import { BEAT_PATTERNS } from "./beat-patterns";
import type { BeatMarks } from "./evidence";

const honest: BeatMarks = {
  number: 6,
  heardSeconds: 60,
  furthestSeconds: 60,
  positionSeconds: 60,
  clockSeconds: 61,
  hiddenSeconds: 0,
  elapsedSeconds: 61,
  before: { heardSeconds: 50, heartbeats: 5 },
  recording: { seconds: 180, kind: "track" },
};
const seen = (marks: Partial<BeatMarks>) =>
  Object.entries(BEAT_PATTERNS)
    .filter(([, pattern]) => pattern({ ...honest, ...marks }))
    .map(([name]) => name);

describe("what a heartbeat shows", () => {
  it.each<[string, Partial<BeatMarks>]>([
    ["an ordinary one", {}],
    ["one at nearly three times the speed", { heardSeconds: 170, furthestSeconds: 170 }],
    ["one that came late", { elapsedSeconds: 90 }],
    ["one after the laptop slept", { elapsedSeconds: 7000, clockSeconds: 70 }],
    ["one of a tab in the background", { hiddenSeconds: 3000 }],
    ["one at the very end", { elapsedSeconds: 180, heardSeconds: 180.4, furthestSeconds: 180.4, positionSeconds: 181 }],
    [
      "the first, before its request had arrived",
      { elapsedSeconds: 0.1, heardSeconds: 4, clockSeconds: 4, number: 1, before: { heardSeconds: 0, heartbeats: 0 } },
    ],
  ])("is nothing: %s", (_, marks) => {
    expect(seen(marks)).toEqual([]);
  });

  it.each<[string, Partial<BeatMarks>]>([
    ["impossible_speed", { elapsedSeconds: 10, clockSeconds: 10 }],
    ["clock_skew", { clockSeconds: 120 }],
    ["beyond_the_end", { furthestSeconds: 182, elapsedSeconds: 180 }],
    ["beyond_the_end", { positionSeconds: 3600 }],
    ["shrinking", { heardSeconds: 40 }],
    ["too_many_heartbeats", { number: 100 }],
    ["hidden_for_hours", { hiddenSeconds: 4 * 3600 }],
  ])("%s (%j)", (name, marks) => {
    expect(seen(marks)).toEqual([name]);
  });
});
