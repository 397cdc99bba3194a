import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amplified, chord, clicks, concatenate, impulse, noise, sine } from "@/lib/dsp/testing/test-signals";
import { INSTRUMENT_BANDS_HZ } from "./instrument-bands";
import { MIX_LAYOUT, MixFeatures } from "./mix-features";

const RATE = 44100;
const measure = (excerpt: Float32Array, rate = RATE) => new MixFeatures(rate).measure(excerpt) ?? new Float64Array();
const meanDistance = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length;
const music = (rate: number) => {
  const beat = clicks(120, rate, 1);
  return chord([220, 277, 330], rate, 1).map((x, n) => x + 0.5 * beat[n]);
};

describe("the features of a second of a mix", () => {
  const reference = measure(music(RATE));
  const toNoise = meanDistance(reference, measure(noise(RATE)));

  it("are null for silence, and finite for a sine, noise, an impulse, a constant and a short end", () => {
    expect(new MixFeatures(RATE).measure(new Float32Array(RATE))).toBeNull();
    for (const excerpt of [
      sine(440, RATE, 1),
      noise(RATE),
      impulse(RATE, RATE / 3),
      new Float32Array(RATE).fill(0.4),
      noise(3000),
    ]) {
      const features = measure(excerpt);
      expect(features).toHaveLength(MIX_LAYOUT.size);
      expect(features.every(Number.isFinite)).toBe(true);
    }
  });

  it("do not depend on the level", () => {
    fc.assert(
      fc.property(fc.double({ min: -60, max: 12, noNaN: true }), (decibels) => {
        const other = measure(amplified(music(RATE), 10 ** (decibels / 20)));
        expect(meanDistance(other, reference)).toBeLessThan(1e-4);
      }),
      { numRuns: 10, seed: 6 },
    );
  });

  it("hardly depend on the sample rate or on when in the second things happen", () => {
    expect(meanDistance(measure(music(48_000), 48_000), reference)).toBeLessThan(0.15 * toNoise);
    const quarter = RATE / 4;
    const loop = clicks(240, RATE, 1);
    const turned = concatenate(loop.subarray(2 * quarter), loop.subarray(0, 2 * quarter));
    expect(meanDistance(measure(turned), measure(loop))).toBeLessThan(0.05 * toNoise);
  });

  it("move the strongest band up by as many bands as an octave has", () => {
    const strongest = (hz: number) => {
      const means = measure(sine(hz, RATE, 1, 0.5)).subarray(0, INSTRUMENT_BANDS_HZ.length);
      return means.indexOf(Math.max(...means));
    };
    for (const hz of [500, 880, 2000]) expect(strongest(2 * hz) - strongest(hz)).toBe(5);
  });
});
