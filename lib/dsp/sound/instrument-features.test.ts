import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concatenate, noise, sine } from "@/lib/dsp/testing/test-signals";
import { INSTRUMENT_LAYOUT, InstrumentFeatures } from "./instrument-features";

const RATE_HZ = 44_100;
const meter = new InstrumentFeatures(RATE_HZ);
const measure = (signal: Float32Array) => meter.measure(signal) ?? new Float64Array();
const decaying = (signal: Float32Array, perSecond: number) =>
  signal.map((x, i) => x * Math.exp((-perSecond * i) / RATE_HZ));
const thump = decaying(sine(60, RATE_HZ, 0.4, 0.8), 12);
const tick = decaying(noise(8000, 0.8), 60);
const farthest = (a: Float64Array, b: Float64Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);

describe("the features of a sound", () => {
  it("are null for silence", () => {
    expect(meter.measure(new Float32Array(5000))).toBeNull();
    expect(meter.measure(new Float32Array(0))).toBeNull();
  });

  it("are finite and always as many, for one sample, an impulse, DC, noise and a long tone", () => {
    const signals = [
      Float32Array.of(0.5),
      concatenate(new Float32Array(100), Float32Array.of(1), new Float32Array(100)),
      new Float32Array(RATE_HZ).fill(0.3),
      noise(RATE_HZ),
      sine(440, RATE_HZ, 9),
    ];
    for (const signal of signals) {
      const features = measure(signal);
      expect(features).toHaveLength(INSTRUMENT_LAYOUT.size);
      expect(features.every(Number.isFinite)).toBe(true);
    }
  });

  it("do not depend on the level", () => {
    const plain = measure(thump);
    fc.assert(
      fc.property(fc.double({ min: -80, max: 12, noNaN: true }), (decibels) => {
        const louder = measure(thump.map((x) => x * 10 ** (decibels / 20)));
        // Rounding may move an edge by a step, which shows in a value or two.
        expect(farthest(louder, plain)).toBeLessThan(0.3);
        const differences = louder.map((value, i) => Math.abs(value - (plain[i] ?? 0)));
        expect(differences.reduce((sum, value) => sum + value, 0) / INSTRUMENT_LAYOUT.size).toBeLessThan(1e-3);
      }),
      { numRuns: 25 },
    );
  });

  it("do not depend on silence before and after", () => {
    const framed = concatenate(new Float32Array(12_345), tick, new Float32Array(30_000));
    expect(farthest(measure(framed), measure(tick))).toBe(0);
  });

  it("are nearly the same at 48 kHz", () => {
    const at48 = new InstrumentFeatures(48_000).measure(
      sine(60, 48_000, 0.4, 0.8).map((x, i) => x * Math.exp((-12 * i) / 48_000)),
    );
    const differences = measure(thump).map((value, i) => Math.abs(value - (at48?.[i] ?? 0)));
    expect(differences.reduce((sum, value) => sum + value, 0) / INSTRUMENT_LAYOUT.size).toBeLessThan(0.05);
  });

  it("differ far more between a thump and a tick than between two thumps", () => {
    const other = measure(decaying(sine(66, RATE_HZ, 0.4, 0.8), 14));
    const distance = (a: Float64Array, b: Float64Array) =>
      Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0));
    expect(distance(measure(thump), measure(tick))).toBeGreaterThan(3 * distance(measure(thump), other));
  });
});
