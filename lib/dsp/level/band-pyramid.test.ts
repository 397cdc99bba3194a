import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noise, sine } from "@/lib/dsp/testing/test-signals";
import { BandPyramid } from "./band-pyramid";

function pyramid(signal: Float32Array, maxPoints = 64, block = 4096) {
  const built = new BandPyramid(44100, maxPoints);
  for (let start = 0; start < signal.length; start += block) {
    const part = signal.subarray(start, start + block);
    built.push([part], part, part.length);
  }
  return built.finish(4, 8);
}

describe("BandPyramid", () => {
  it("refuses a number of points that it cannot halve, and levels that do not get coarser", () => {
    expect(() => new BandPyramid(44100, 7)).toThrow(RangeError);
    expect(() => new BandPyramid(44100, 8).finish(1, 4)).toThrow(RangeError);
  });

  it("keeps the extremes of every stretch at every zoom", () => {
    const signal = noise(20000);
    for (const { samplesPerPoint, min, max } of pyramid(signal)) {
      expect(min.length).toBe(Math.ceil(signal.length / samplesPerPoint));
      for (let p = 0; p < min.length; p++) {
        const stretch = signal.subarray(p * samplesPerPoint, (p + 1) * samplesPerPoint);
        expect(min[p]).toBe(Math.min(...stretch));
        expect(max[p]).toBe(Math.max(...stretch));
      }
    }
  });

  it("never holds more points than allowed, however long the signal", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60000 }), (samples) => {
        const [finest] = pyramid(new Float32Array(samples).fill(0.5));
        expect(finest.min.length).toBeLessThanOrEqual(64);
        expect(finest.min.length * finest.samplesPerPoint).toBeGreaterThanOrEqual(samples);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [60, "low"],
    [600, "mid"],
    [6000, "high"],
  ] as const)("hears a sine of %i Hz in the %s band", (hz, band) => {
    const [level] = pyramid(sine(hz, 44100, 0.5, 0.5));
    const middle = level[band].length >> 1;
    const others = (["low", "mid", "high"] as const).filter((name) => name !== band);
    expect(level[band][middle]).toBeCloseTo(0.5 / Math.SQRT2, 1);
    for (const other of others) expect(level[other][middle]).toBeLessThan(0.12);
  });

  it("is the same however the signal is cut, and flat for silence", () => {
    const signal = noise(9999);
    expect(pyramid(signal, 64, 37)).toEqual(pyramid(signal));
    const [silent] = pyramid(new Float32Array(1000));
    expect(Math.max(...silent.max, ...silent.low, ...silent.high)).toBe(0);
  });
});
