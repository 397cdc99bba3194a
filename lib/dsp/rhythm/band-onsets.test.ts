import { describe, expect, it } from "vitest";
import { bandOnsets } from "./band-onsets";

const envelopeOf = (level: Float32Array, secondsPerPoint = 0.005) => ({
  ...{ secondsPerPoint, level, low: level, mid: level, high: level },
});
const hits = (times: number[], seconds = 2) =>
  envelopeOf(
    Float32Array.from({ length: seconds / 0.005 }, (_, at) => {
      const last = times.findLast((time) => time <= at * 0.005 + 1e-9);
      return last === undefined ? 0 : Math.exp(-(at * 0.005 - last) * 12);
    }),
  );

describe("onsets", () => {
  it("are where sounds begin", () => {
    const times = [0, 0.5, 0.75, 1.5];
    const found = bandOnsets(hits(times));
    expect(found).toHaveLength(times.length);
    for (const [index, time] of times.entries()) expect(Math.abs((found[index] ?? 9) - time)).toBeLessThan(0.015);
  });

  it("are none in silence, in a steady tone after its beginning, and where the envelope is too coarse", () => {
    expect(bandOnsets(envelopeOf(new Float32Array(400)))).toEqual([]);
    const steady = bandOnsets(envelopeOf(new Float32Array(400).fill(0.8)));
    expect(steady).toHaveLength(1);
    expect(steady[0]).toBeLessThan(0.015);
    expect(bandOnsets(envelopeOf(new Float32Array(400).fill(0.8), 5))).toEqual([]);
    expect(bandOnsets(null)).toEqual([]);
  });
});
