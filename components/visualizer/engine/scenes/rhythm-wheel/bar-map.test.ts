import { describe, expect, it } from "vitest";
import { emptyPiece, testPiece } from "@/components/visualizer/engine/test-piece";
import { BarMap, BINS } from "./bar-map";

const accumulated = (map: BarMap, turns: number) => {
  const bins = new Float32Array(BINS);
  map.accumulate(turns, bins);
  return bins;
};

describe("a piece wound up on a ring", () => {
  it("has its onsets where they fall in their bars", () => {
    const map = new BarMap(testPiece());
    expect(map.beatsPerBar).toBe(4);
    expect([...map.onsets.slice(0, 3)].map((turns) => turns.toFixed(3))).toEqual(["0.000", "0.150", "0.250"]);
    expect(map.onsets.at(-1)).toBeCloseTo(3.9);
  });

  it("gathers onsets bar by bar, and knows nothing of what is still to come", () => {
    const map = new BarMap(testPiece());
    const early = accumulated(map, 0.1);
    const late = accumulated(map, 3.5);
    expect(early[0]).toBeGreaterThan(0);
    expect(early[BINS / 2]).toBe(0);
    expect(late[BINS / 2]).toBeGreaterThan(accumulated(map, 1)[BINS / 2] ?? 1);
    expect(Math.max(...late)).toBeLessThanOrEqual(1);
    expect(late[BINS / 16]).toBe(0);
  });

  it("measures how late off-beats come", () => {
    expect(new BarMap(testPiece()).offBeat).toBeCloseTo(0.6);
    const straight = testPiece().beats.flatMap((seconds) => [seconds, seconds + 0.25]);
    expect(new BarMap(testPiece({ onsets: straight })).offBeat).toBeCloseTo(0.5);
    expect(new BarMap(testPiece({ onsets: [] })).offBeat).toBeNull();
  });

  it("is loud where the bar is", () => {
    const { low } = new BarMap(testPiece()).shape;
    expect(low[BINS / 4 + 1]).toBeGreaterThan(0.8);
    expect(low[BINS / 8 + 6]).toBeLessThan(0.2);
  });

  it("is one turn of the whole sound without beats, however short or empty that is", () => {
    const map = new BarMap(testPiece({ beats: [], downbeats: [], onsets: [4] }));
    expect([...map.onsets]).toEqual([0.5]);
    expect(map.turnsAt(2)).toBe(0.25);
    const tiny = new BarMap(emptyPiece());
    expect(tiny.turnsAt(0.0025)).toBeCloseTo(0.5);
    expect(tiny.offBeat).toBeNull();
    expect(Math.max(...accumulated(tiny, 0.9))).toBe(0);
  });
});
