import { describe, expect, it } from "vitest";
import { pathChange } from "./path-course";

/** Beats in frames of 10 ms, so many of each length. */
function beats(...parts: [frames: number, count: number][]): Float64Array {
  const at = [20];
  for (const [frames, count] of parts) for (let i = 0; i < count; i++) at.push((at.at(-1) as number) + frames);
  return Float64Array.from(at);
}

describe("the course of a path", () => {
  it("changes where the tempo does", () => {
    const change = pathChange(beats([40, 40], [30, 40]), 100);
    expect(change?.intervals.map(Math.round)).toEqual([40, 30]);
    expect(change?.atFrame).toBeCloseTo(20 + 1600, -1);
    expect(change?.shares[0]).toBeCloseTo(1600 / 2800, 1);
  });

  it("does not change if it keeps its tempo, is counted in halves, or only slows for some beats", () => {
    expect(pathChange(beats([50, 60]), 100)).toBeNull();
    expect(pathChange(beats([50, 30], [25, 60]), 100)).toBeNull();
    expect(pathChange(beats([50, 40], [62, 5]), 100)).toBeNull();
  });

  it("does not change where a player's tempo wanders", () => {
    const at = [0];
    for (let i = 0; i < 60; i++) {
      const log = 0.14 * Math.sin(i / 5) + 0.08 * Math.sin(i * 2.3);
      at.push((at.at(-1) as number) + 55 * Math.exp(log));
    }
    expect(pathChange(Float64Array.from(at), 100)).toBeNull();
  });
});
