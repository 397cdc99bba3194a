import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeStretch } from "./time-stretch";

const RATE = 44_100;
const tone = (hz: number, seconds: number, amplitude = 0.5) =>
  Float32Array.from(
    { length: Math.round(seconds * RATE) },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / RATE),
  );

/** By the times of the first and the last rising zero crossing, between samples. */
function pitchHz(samples: Float32Array): number {
  const crossings: number[] = [];
  for (let i = 1; i < samples.length; i++) {
    if (samples[i - 1] < 0 && samples[i] >= 0) crossings.push(i - samples[i] / (samples[i] - samples[i - 1]));
  }
  const [first = 0, last = 0] = [crossings[0], crossings.at(-1)];
  return ((crossings.length - 1) * RATE) / (last - first);
}
const largestStep = (samples: Float32Array) =>
  samples.reduce((most, value, i) => (i === 0 ? most : Math.max(most, Math.abs(value - samples[i - 1]))), 0);
const levelIn = (samples: Float32Array, from: number, to: number) =>
  Math.sqrt(samples.subarray(from, to).reduce((sum, value) => sum + value ** 2, 0) / (to - from));

describe("stretched sound", () => {
  it("has the length that was asked for and the same pitch and level", () => {
    for (const factor of [0.5, 0.8, 1.1, 1.3333, 2]) {
      for (const hz of [110, 440, 1318.5]) {
        const [stretched = new Float32Array()] = timeStretch([tone(hz, 1)], { factor, sampleRateHz: RATE });
        expect(stretched).toHaveLength(Math.round(RATE * factor));
        const inside = stretched.subarray(RATE * 0.05, RATE * (factor - 0.1));
        const cents = 1200 * Math.log2(pitchHz(inside) / hz);
        expect(Math.abs(cents)).toBeLessThan(3);
        for (let at = 0; at + 2205 < inside.length; at += 2205)
          expect(levelIn(inside, at, at + 2205)).toBeGreaterThan(0.9 * 0.3535);
      }
    }
  });

  it("has no click inside, nor where a loop goes back to its beginning", () => {
    const hz = 220;
    const input = tone(hz, 1);
    const loop = { start: 11_025, end: 33_075 };
    const steepest = (2 * Math.PI * hz * 0.5) / RATE;
    for (const factor of [0.75, 1.1, 1.5]) {
      const [stretched = new Float32Array()] = timeStretch([input], { factor, sampleRateHz: RATE, loop });
      const start = Math.round(loop.start * factor);
      const end = start + Math.round((loop.end - loop.start) * factor);
      const twice = Float32Array.from([...stretched.subarray(0, end), ...stretched.subarray(start, end)]);
      expect(largestStep(twice)).toBeLessThan(steepest * 1.5);
    }
  });

  it("begins a loop with its own first samples, so that an attack stays sharp", () => {
    const input = Float32Array.from({ length: RATE }, (_, i) => Math.sin(i * i * 1e-5) * 0.4);
    const loop = { start: 10_000, end: 30_000 };
    const [stretched = new Float32Array()] = timeStretch([input], { factor: 1.25, sampleRateHz: RATE, loop });
    for (let i = 0; i < 1000; i++) expect(stretched[12_500 + i]).toBe(input[10_000 + i]);
  });

  it("puts what is struck where it belongs, neither late nor early on the whole", () => {
    const strikes = Array.from({ length: 24 }, (_, at) => 0.3 + at * 0.1371);
    const input = new Float32Array(RATE * 4);
    for (const seconds of strikes)
      for (let i = 0; i < 2000; i++)
        input[Math.round(seconds * RATE) + i] += Math.exp(-i / 300) * Math.sin((2 * Math.PI * 900 * i) / RATE);
    for (const factor of [0.8, 1.25]) {
      const [stretched = new Float32Array()] = timeStretch([input], { factor, sampleRateHz: RATE });
      const offMs = strikes.map((seconds) => {
        const expected = seconds * factor * RATE;
        let loudest = { level: 0, at: 0 };
        for (let at = expected - 0.03 * RATE; at < expected + 0.03 * RATE; at += 22) {
          const level = levelIn(stretched, Math.round(at), Math.round(at) + 300);
          if (level > loudest.level) loudest = { level, at };
        }
        return ((loudest.at - expected) / RATE) * 1000;
      });
      expect(Math.abs(offMs.reduce((sum, off) => sum + off, 0) / offMs.length)).toBeLessThan(2.5);
      for (const off of offMs) expect(Math.abs(off)).toBeLessThan(18);
    }
  });

  it("keeps the channels together", () => {
    const left = tone(330, 0.6);
    const right = left.map((value) => value * -0.5);
    const [a = new Float32Array(), b = new Float32Array()] = timeStretch([left, right], {
      factor: 1.4,
      sampleRateHz: RATE,
    });
    for (let i = 0; i < a.length; i += 97) expect(b[i]).toBeCloseTo(-0.5 * (a[i] ?? 0), 6);
  });

  it("is the same each time, as long as asked for and never louder, whatever comes in", () => {
    fc.assert(
      fc.property(
        fc.float32Array({ minLength: 0, maxLength: 3000, min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (input, factor) => {
          const options = { factor, sampleRateHz: RATE, loop: { start: 0, end: input.length } };
          const [first = new Float32Array()] = timeStretch([input], options);
          expect(first).toHaveLength(Math.round(input.length * factor));
          expect(first.every((value) => Math.abs(value) <= 1.000001)).toBe(true);
          expect(timeStretch([input], options)[0]).toEqual(first);
        },
      ),
      { numRuns: 30 },
    );
    expect(() => timeStretch([tone(100, 0.1)], { factor: 0, sampleRateHz: RATE })).toThrow(RangeError);
  });
});
