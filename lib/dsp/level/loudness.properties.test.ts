import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amplified, concatenate, impulse, noise, sine } from "@/lib/dsp/testing/test-signals";
import { gainDb } from "./biquad";
import { kWeighting } from "./k-weighting";
import { channelWeights, LoudnessMeter, type LoudnessResult, powerToLufs } from "./loudness";
import { TruePeakMeter } from "./true-peak";

const RATE = 48000;
const silence = (seconds: number, rate = RATE) => new Float32Array(Math.round(seconds * rate));

function measure(signal: Float32Array, rate = RATE): LoudnessResult {
  const meter = new LoudnessMeter(rate, channelWeights(1));
  meter.push([signal], signal.length);
  return meter.finish();
}

function dbtp(signal: Float32Array): number {
  const meter = new TruePeakMeter(signal.length);
  meter.push(signal, signal.length);
  meter.finish();
  return 20 * Math.log10(meter.truePeak);
}

/** Mean of |H|² of the K-weighting over the band: what it does to the power of white noise and of an impulse. */
function meanPowerGain(): number {
  const { shelf, highpass } = kWeighting(RATE);
  const points = 20000;
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const hz = ((i + 0.5) * RATE) / 2 / points;
    sum += 10 ** ((gainDb(shelf, hz, RATE) + gainDb(highpass, hz, RATE)) / 10);
  }
  return sum / points;
}

/** A tone of 1 kHz in steps of 4 s at levels of 10 dB apart. */
const stepped = (rate: number) => concatenate(...[0.1, 0.0316, 0.1, 0.0316].map((level) => sine(1000, rate, 4, level)));

describe("loudness of signals that can be calculated", () => {
  it("for white noise, is its power times the mean gain of the weighting", () => {
    const expected = powerToLufs((0.5 ** 2 / 3) * meanPowerGain());
    expect(Math.abs((measure(noise(RATE * 8, 0.5)).integratedLufs ?? 0) - expected)).toBeLessThan(0.05);
  });

  it("for an impulse, is the energy of the weighting's response over 0.4 s", () => {
    const { momentaryMaxLufs } = measure(impulse(RATE * 4, RATE * 2));
    expect(momentaryMaxLufs).toBeCloseTo(powerToLufs(meanPowerGain() / (0.4 * RATE)), 2);
  });

  it("ignores a constant offset", () => {
    const signal = noise(RATE * 6, 0.3);
    const { integratedLufs } = measure(signal);
    expect(Math.abs((measure(signal.map((x) => x + 0.4)).integratedLufs ?? 0) - (integratedLufs ?? 0))).toBeLessThan(
      0.05,
    );
    expect(measure(silence(6).fill(0.4)).integratedLufs).toBeLessThan((integratedLufs ?? 0) - 10);
  });
});

describe("where and how the signal lies", () => {
  it("does not matter to the maxima: silence of any whole number of steps before and after changes nothing", () => {
    const signal = noise(RATE * 5, 0.2);
    const reference = measure(signal);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (before, after) => {
        const moved = measure(concatenate(silence(before / 100), signal, silence(after / 100)));
        expect(moved.momentaryMaxLufs).toBeCloseTo(reference.momentaryMaxLufs ?? 0, 6);
        expect(moved.shortTermMaxLufs).toBeCloseTo(reference.shortTermMaxLufs ?? 0, 6);
      }),
      { numRuns: 8, seed: 2 },
    );
  });

  it("hardly matters to the gated loudness, because the gate leaves silence out", () => {
    const signal = noise(RATE * 20, 0.2);
    // What is left are the blocks that hold a part of it.
    const moved = measure(concatenate(silence(7.03), signal, silence(11)));
    expect(Math.abs((moved.integratedLufs ?? 0) - (measure(signal).integratedLufs ?? 0))).toBeLessThan(0.1);
  });

  it("does not matter to the range: a gain only moves loudness and maxima", () => {
    const signal = stepped(RATE);
    const reference = measure(signal);
    fc.assert(
      fc.property(fc.double({ min: -20, max: 12, noNaN: true }), (decibels) => {
        const found = measure(amplified(signal, 10 ** (decibels / 20)));
        for (const value of ["integratedLufs", "momentaryMaxLufs", "shortTermMaxLufs"] as const) {
          expect(found[value]).toBeCloseTo((reference[value] ?? 0) + decibels, 4);
        }
        expect(found.rangeLu).toBeCloseTo(reference.rangeLu ?? 0, 4);
      }),
      { numRuns: 6, seed: 8 },
    );
  });

  it.each([22050, 44100, 96000])("reads the same maxima and range at %i Hz", (rate) => {
    const [expected, found] = [measure(stepped(RATE)), measure(stepped(rate), rate)];
    for (const value of ["integratedLufs", "momentaryMaxLufs", "shortTermMaxLufs", "rangeLu"] as const) {
      expect(Math.abs((found[value] ?? 0) - (expected[value] ?? 0))).toBeLessThan(0.05);
    }
  });
});

describe("true peak", () => {
  const fade = (signal: Float32Array) =>
    signal.map((x, n) => x * Math.min(1, n / 2000, (signal.length - 1 - n) / 2000));

  it("of an impulse is its height, and of a faded constant its value", () => {
    expect(dbtp(impulse(1000, 500, -0.7))).toBeCloseTo(20 * Math.log10(0.7), 6);
    expect(dbtp(fade(new Float32Array(8000).fill(0.6)))).toBeCloseTo(20 * Math.log10(0.6), 2);
  });

  it("of a sine up to a quarter of the rate is its amplitude at any phase, never more than 0.2 dB off", () => {
    fc.assert(
      fc.property(
        // Whole samples to the period: the same places of the wave are seen again and again, and its top may be none.
        fc.integer({ min: 4, max: 20 }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        (period, phase) => {
          expect(Math.abs(dbtp(fade(sine(RATE / period, RATE, 0.2, 0.8, phase))) - 20 * Math.log10(0.8))).toBeLessThan(
            0.2,
          );
        },
      ),
      { numRuns: 40, seed: 6 },
    );
  });

  it("is the same at any rate and wherever the signal begins", () => {
    for (const rate of [8000, 22050, 44100, 96000, 192000]) {
      expect(dbtp(fade(sine(1000, rate, 1, 0.5)))).toBeCloseTo(20 * Math.log10(0.5), 1);
    }
    const signal = fade(noise(6000, 0.9, 4));
    for (const shift of [1, 37, 500]) {
      expect(dbtp(concatenate(new Float32Array(shift), signal, new Float32Array(90)))).toBe(dbtp(signal));
    }
  });
});
