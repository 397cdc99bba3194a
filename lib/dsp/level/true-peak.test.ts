import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noise, sine } from "@/lib/dsp/testing/test-signals";
import { TruePeakMeter } from "./true-peak";

function peaks(signal: Float32Array, block = 4096) {
  const meter = new TruePeakMeter(block);
  for (let start = 0; start < signal.length; start += block) {
    const part = signal.subarray(start, start + block);
    meter.push(part, part.length);
  }
  meter.finish();
  return { sample: meter.samplePeak, dbtp: 20 * Math.log10(meter.truePeak) };
}

const RATE = 48000;

/** At four times the rate; the tone is fs/6, its loud period is in the middle, and nothing is left above fs/2. */
function fullScalePeak(): Float32Array {
  const length = 4 * 4800;
  const period = 24;
  const middle = Math.floor(length / 2 / period) * period;
  const tone = Float64Array.from({ length }, (_, n) => {
    const loud = n >= middle && n < middle + period;
    return (loud ? 1 : 0.5) * Math.min(1, n / 4800, (length - n) / 4800) * Math.sin((2 * Math.PI * n) / period);
  });
  const limited = Float32Array.from({ length }, (_, n) => {
    let sum = 0;
    for (let k = -192; k <= 192; k++) {
      const ideal = k === 0 ? 1 : Math.sin((Math.PI * k) / 4.4) / ((Math.PI * k) / 4.4);
      const window = 0.5 + 0.5 * Math.cos((Math.PI * k) / 193);
      sum += ((tone[n - k] ?? 0) * ideal * window) / 4.4;
    }
    return sum;
  });
  const peak = limited.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return limited.map((x) => x / peak);
}

const decimated = (signal: Float32Array, offset: number) =>
  Float32Array.from({ length: signal.length / 4 }, (_, n) => signal[4 * n + offset]);

describe("TruePeakMeter", () => {
  it("refuses more samples at a time than it was made for", () => {
    expect(() => new TruePeakMeter(4).push(new Float32Array(5), 5)).toThrow(RangeError);
  });

  // EBU Tech 3341, cases 15 to 19: tolerance +0.2 / −0.4 dB.
  it.each([
    ["15: fs/4, 0°", RATE / 4, 0, 0.5, -6],
    ["16: fs/4, 45°", RATE / 4, 45, 0.5, -6],
    ["17: fs/6, 60°", RATE / 6, 60, 0.5, -6],
    ["18: fs/8, 67.5°", RATE / 8, 67.5, 0.5, -6],
    ["19: fs/4, 45°, over full scale", RATE / 4, 45, 1.41, 3],
  ])("meets EBU case %s", (_, hz, degrees, amplitude, expected) => {
    // Faded in: a sine that begins at once has real overshoot.
    const tone = sine(hz, RATE, 0.5, amplitude, (degrees * Math.PI) / 180).map((x, n) => x * Math.min(1, n / 4800));
    const { dbtp } = peaks(tone.subarray(0, 20000).map((x, n) => x * Math.min(1, (20000 - n) / 4800)));
    expect(dbtp).toBeLessThan(expected + 0.2);
    expect(dbtp).toBeGreaterThan(expected - 0.4);
  });

  // A tone of half scale with one period of full scale, band-limited at four times the rate, peak 1.0 there, then every
  // fourth sample from one of four offsets.
  it.each([
    ["20", 0],
    ["21", 1],
    ["22", 2],
    ["23", 3],
  ])("meets EBU case %s: a peak of 0.0 dBTP between samples, %i quarters of one further on", (_, offset) => {
    const { dbtp } = peaks(decimated(fullScalePeak(), offset));
    expect(dbtp).toBeLessThan(0.2);
    expect(dbtp).toBeGreaterThan(-0.4);
  });

  it("finds peaks between the samples", () => {
    const tone = sine(RATE / 4, RATE, 0.2, 1, Math.PI / 4);
    const { sample, dbtp } = peaks(tone);
    expect(20 * Math.log10(sample)).toBeCloseTo(-3.01, 2);
    expect(dbtp).toBeGreaterThan(-0.4);
  });

  it("is never below the sample peak, and grows with a gain", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0.01, max: 4, noNaN: true }), (seed, gain) => {
        const signal = noise(3000, 0.5, seed);
        const { sample, dbtp } = peaks(signal);
        expect(dbtp).toBeGreaterThanOrEqual(20 * Math.log10(sample) - 1e-9);
        expect(peaks(signal.map((x) => x * gain)).dbtp).toBeCloseTo(dbtp + 20 * Math.log10(gain), 4);
      }),
      { numRuns: 25 },
    );
  });

  it("skips only what cannot be the peak: a quiet start changes nothing", () => {
    const loud = noise(3000, 0.9, 3);
    const meter = peaks(loud);
    const padded = new Float32Array(6000);
    padded.set(loud, 3000);
    expect(peaks(padded).dbtp).toBe(meter.dbtp);
    // The same noise backwards meets its peaks in another order.
    expect(peaks(loud.slice().reverse()).dbtp).toBeCloseTo(meter.dbtp, 9);
  });

  it("does not depend on how the signal is cut", () => {
    const signal = noise(5000, 0.7, 9);
    for (const block of [1, 17, 1000]) expect(peaks(signal, block)).toEqual(peaks(signal));
  });

  it("sees a peak at the very last sample and none in silence", () => {
    const click = new Float32Array(100);
    click[99] = -0.8;
    expect(peaks(click).sample).toBeCloseTo(0.8, 6);
    expect(peaks(new Float32Array(100)).sample).toBe(0);
  });
});
