import { describe, expect, it } from "vitest";
import { NO_CORRECTIONS } from "@/lib/samples/corrections/no-corrections";
import type { Workpiece } from "@/lib/workbench/schema";
import { startDraft } from "./draft";
import { draftAfterKey, type KeyPressed } from "./draft-keys";

const beats = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5];
const piece = {
  measured: {
    tempo: { bpm: 120, confidence: 0.3, alternatives: [] },
    key: { tonic: "A", mode: "minor", confidence: 0.4, alternatives: [{ tonic: "C", mode: "major", confidence: 0.3 }] },
    kind: { label: "loop", confidence: 0.4 },
    ...{ beats, downbeats: [0, 2], beatsPerBar: 4 },
  },
  corrections: NO_CORRECTIONS,
} as unknown as Workpiece;

const press = (keys: string, value: KeyPressed["value"], positionSeconds = 0) =>
  [...keys].reduce(
    (draft, key) =>
      draftAfterKey(key, {
        ...{ draft, piece, value, positionSeconds: () => positionSeconds },
        grid: { beats, downbeats: [0, 2] },
      }) ?? draft,
    startDraft(piece),
  );

describe("the keys of the workbench", () => {
  it("count a tempo otherwise, and say that there is none", () => {
    expect(press("2", "bpm").bpm).toBe(240);
    expect(press("13", "bpm").bpm).toBe(90);
    expect(press("4", "bpm").bpm).toBe(80);
    expect(press("0", "bpm").bpm).toBeNull();
    expect(press("22r", "bpm").bpm).toBe(120);
  });

  it("move bars by beats, beats by milliseconds, and a bar to where the player is", () => {
    expect(press("]]", "bpm").shiftBeats).toBe(2);
    expect(press("[", "bpm").shiftBeats).toBe(-1);
    expect(press("..>,", "bpm").offsetMs).toBe(11);
    expect(press("b", "bpm", 1.1).shiftBeats).toBe(2);
    expect(press("b", "bpm", 2.4).shiftBeats).toBe(1);
  });

  it("are a piano for a key, with its mode and the measured readings", () => {
    expect(press("g", "key").key).toEqual({ tonic: 7, mode: "minor" });
    expect(press("gx", "key").key).toEqual({ tonic: 7, mode: "major" });
    expect(press("2", "key").key).toEqual({ tonic: 0, mode: "major" });
    expect(press("0", "key").key).toBeNull();
    expect(press("0x", "key").key).toEqual({ tonic: 0, mode: "major" });
  });

  it("choose a kind, and nothing that is not there", () => {
    expect(press("3", "kind").kind).toBe("track");
    expect(press("9", "kind").kind).toBe("loop");
    expect(
      draftAfterKey("q", { draft: startDraft(piece), piece, value: "bpm", grid: null, positionSeconds: () => 0 }),
    ).toBeNull();
  });
});
