import { describe, expect, it } from "vitest";
import type { JudgedPlay } from "./evidence";
import { PLAY_PATTERNS } from "./play-patterns";
import { aPlay } from "./testing-plays";

const seen = (changes: Partial<JudgedPlay>) =>
  Object.entries(PLAY_PATTERNS)
    .filter(([, pattern]) => pattern(aPlay(changes)))
    .map(([name]) => name);

describe("what a play shows", () => {
  it.each<[string, Partial<JudgedPlay>]>([
    ["a song", {}],
    [
      "a one-shot with one heartbeat",
      { heardSeconds: 0.4, heartbeats: 1, recording: { seconds: 0.4, kind: "one-shot" } },
    ],
    ["one with twice as many heartbeats for seeks and pauses", { heartbeats: 40 }],
    ["one that began while the network was away", { heardSeconds: 50, heartbeats: 2 }],
  ])("is nothing: %s", (_, changes) => {
    expect(seen(changes)).toEqual([]);
  });

  it.each<[string, Partial<JudgedPlay>]>([
    ["no_heartbeats", { heartbeats: 0, heardSeconds: 0, lastHeardAtMs: null, wasAudible: false }],
    ["never_audible", { wasAudible: false }],
    ["one_heartbeat", { heartbeats: 1, heardSeconds: 61 }],
    ["too_few_heartbeats", { heartbeats: 3 }],
    ["endless", { lastHeardAtMs: 1_000_000 + 13 * 3_600_000 }],
  ])("%s (%j)", (name, changes) => {
    expect(seen(changes)).toContain(name);
  });
});
