import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine } from "@/lib/analysis/engine/engine";
import type { Features } from "@/lib/analysis/record/schema";
import { amplified, chord, concatenate, impulse, noise, sine } from "@/lib/dsp/testing/test-signals";

const RATE = 44100;

function measured(signal: Float32Array, sampleRateHz = RATE): NonNullable<Features["spectral"]> {
  const engine = createEngine({ sampleRateHz, channels: 1, pictures: false, values: ["spectral"] });
  engine.push([signal]);
  const { spectral } = engine.finish().features;
  if (!spectral) throw new Error("nothing measured");
  return spectral;
}

const HERTZ = ["centroidHz", "spreadHz", "rolloffHz", "rolloff95Hz"] as const;
const ratio = (a: number, b: number) => Math.abs(a / b - 1);
const tone = (hz: number, rate = RATE) => chord([hz], rate, 1);

describe("spectral features of a recording", () => {
  it("do not depend on the level", () => {
    const reference = measured(tone(330));
    fc.assert(
      fc.property(fc.double({ min: -40, max: 6, noNaN: true }), (decibels) => {
        const found = measured(amplified(tone(330), 10 ** (decibels / 20)));
        // Frames of the tail that fall under the gate are left out.
        for (const name of HERTZ) expect(ratio(found[name], reference[name])).toBeLessThan(0.03);
        expect(found.flatness).toBeCloseTo(reference.flatness, 2);
        expect(found.zeroCrossingRate).toBeCloseTo(reference.zeroCrossingRate, 0);
        expect(found.slopeDbPerOctave).toBeCloseTo(reference.slopeDbPerOctave, 1);
      }),
      { numRuns: 6, seed: 5 },
    );
  });

  it("do not depend on silence at either end, except for crossings, which are counted over the whole file", () => {
    const steady = sine(1500, RATE, 1, 0.5);
    const framed = concatenate(new Float32Array(RATE / 2), steady, new Float32Array(RATE / 2));
    const [reference, found] = [measured(steady), measured(framed)];
    expect(ratio(found.centroidHz, reference.centroidHz)).toBeLessThan(0.05);
    expect(ratio(found.rolloffHz, reference.rolloffHz)).toBeLessThan(0.02);
    expect(found.zeroCrossingRate / reference.zeroCrossingRate).toBeCloseTo(0.5, 2);
  });

  it("are the same at other sample rates", () => {
    const reference = measured(tone(330));
    for (const rate of [32_000, 48_000, 96_000]) {
      const found = measured(tone(330, rate), rate);
      expect(ratio(found.centroidHz, reference.centroidHz)).toBeLessThan(0.03);
      expect(ratio(found.rolloffHz, reference.rolloffHz)).toBeLessThan(0.05);
      expect(ratio(found.zeroCrossingRate, reference.zeroCrossingRate)).toBeLessThan(0.03);
    }
  });

  it("double with an octave", () => {
    const [low, high] = [measured(sine(700, RATE, 1, 0.5)), measured(sine(1400, RATE, 1, 0.5))];
    for (const name of ["centroidHz", "rolloffHz", "zeroCrossingRate"] as const) {
      expect(ratio(high[name], 2 * low[name])).toBeLessThan(0.03);
    }
  });

  it("are those of a flat spectrum up to half the rate for an impulse", () => {
    const { centroidHz, spreadHz, rolloffHz, rolloff95Hz, flatness, slopeDbPerOctave } = measured(
      impulse(RATE, RATE / 2),
    );
    expect(ratio(centroidHz, 11025)).toBeLessThan(0.01);
    expect(ratio(spreadHz, 22050 / Math.sqrt(12))).toBeLessThan(0.01);
    expect(ratio(rolloffHz, 0.85 * 22050)).toBeLessThan(0.01);
    expect(ratio(rolloff95Hz, 0.95 * 22050)).toBeLessThan(0.01);
    expect(flatness).toBeCloseTo(1, 2);
    expect(slopeDbPerOctave).toBeCloseTo(0, 1);
  });

  it("are finite, and close to 0 Hz, for a constant", () => {
    const found = measured(new Float32Array(RATE).fill(0.5));
    expect(found.centroidHz).toBeLessThan(200);
    expect(found.zeroCrossingRate).toBe(0);
    expect(JSON.stringify(found)).not.toMatch(/null|NaN/);
  });

  it("hardly depend on the seed of noise", () => {
    const [a, b] = [measured(noise(RATE * 2, 0.5, 3)), measured(noise(RATE * 2, 0.5, 77))];
    for (const name of HERTZ) expect(ratio(a[name], b[name])).toBeLessThan(0.01);
    expect(a.flatness).toBeCloseTo(b.flatness, 2);
  });
});
