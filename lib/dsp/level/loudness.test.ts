import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concatenate, noise, sine } from "@/lib/dsp/testing/test-signals";
import { gainDb } from "./biquad";
import { kWeighting } from "./k-weighting";
import { channelWeights, LoudnessMeter } from "./loudness";

const RATE = 48000;
const dbfs = (level: number) => 10 ** (level / 20);

function measure(channels: Float32Array[], sampleRateHz = RATE, block = 4096) {
  const meter = new LoudnessMeter(sampleRateHz, channelWeights(channels.length));
  const length = channels[0].length;
  for (let start = 0; start < length; start += block) {
    const end = Math.min(length, start + block);
    meter.push(
      channels.map((channel) => channel.subarray(start, end)),
      end - start,
    );
  }
  return meter.finish();
}

/** A stereo sine of 1 kHz in steps of [dBFS, seconds], phase kept. */
function steps(...levels: [number, number][]): Float32Array[] {
  const total = levels.reduce((sum, [, seconds]) => sum + seconds, 0);
  const tone = sine(1000, RATE, total);
  const gains = concatenate(
    ...levels.map(([level, seconds]) => new Float32Array(Math.round(seconds * RATE)).fill(dbfs(level))),
  );
  const channel = tone.map((x, n) => x * (gains[n] ?? 0));
  return [channel, channel];
}

describe("K-weighting", () => {
  it("is the standard's table at 48 kHz", () => {
    const { shelf, highpass } = kWeighting(48000);
    expect(shelf.b0).toBeCloseTo(1.53512485958697, 8);
    expect(shelf.b1).toBeCloseTo(-2.69169618940638, 8);
    expect(shelf.b2).toBeCloseTo(1.19839281085285, 8);
    expect(shelf.a1).toBeCloseTo(-1.69065929318241, 8);
    expect(shelf.a2).toBeCloseTo(0.73248077421585, 8);
    expect([highpass.b0, highpass.b1, highpass.b2]).toEqual([1, -2, 1]);
    expect(highpass.a1).toBeCloseTo(-1.99004745483398, 8);
    expect(highpass.a2).toBeCloseTo(0.99007225036621, 8);
  });

  it.each([22050, 44100, 96000, 192000])("keeps its response at %i Hz", (rate) => {
    for (const hz of [50, 100, 400, 1000, 3000]) {
      const at = (sampleRateHz: number) => {
        const { shelf, highpass } = kWeighting(sampleRateHz);
        return gainDb(shelf, hz, sampleRateHz) + gainDb(highpass, hz, sampleRateHz);
      };
      expect(Math.abs(at(rate) - at(48000))).toBeLessThan(0.12);
    }
  });
});

describe("EBU Tech 3341 test signals", () => {
  it.each([
    ["1", steps([-23, 20]), -23],
    ["2", steps([-33, 20]), -33],
    ["3", steps([-36, 10], [-23, 60], [-36, 10]), -23],
    ["4", steps([-72, 10], [-36, 10], [-23, 60], [-36, 10], [-72, 10]), -23],
    ["5", steps([-26, 20], [-20, 20.1], [-26, 20]), -23],
  ] as [string, Float32Array[], number][])("case %s: integrated loudness within 0.1 LU", (_, channels, expected) => {
    expect(Math.abs((measure(channels).integratedLufs ?? 0) - expected)).toBeLessThan(0.1);
  });

  it("case 6: five channels with the standard's weights", () => {
    const tone = (level: number) => sine(1000, RATE, 20, dbfs(level));
    const channels = [tone(-28), tone(-28), tone(-24), tone(-30), tone(-30)];
    expect(Math.abs((measure(channels).integratedLufs ?? 0) + 23)).toBeLessThan(0.1);
    const withLfe = [...channels.slice(0, 3), tone(0), ...channels.slice(3)];
    expect(measure(withLfe).integratedLufs).toBeCloseTo(measure(channels).integratedLufs ?? 0, 10);
  });

  it("case 9: short-term loudness of a tone that changes every 1.34 s and 1.66 s is constant", () => {
    const pattern = Array.from(
      { length: 5 },
      () =>
        [
          [-20, 1.34],
          [-30, 1.66],
        ] as [number, number][],
    ).flat();
    expect(Math.abs((measure(steps(...pattern)).shortTermMaxLufs ?? 0) + 23)).toBeLessThan(0.1);
  });

  it("case 12: momentary loudness of a tone that changes every 0.18 s and 0.22 s is constant", () => {
    const pattern = Array.from(
      { length: 25 },
      () =>
        [
          [-20, 0.18],
          [-30, 0.22],
        ] as [number, number][],
    ).flat();
    expect(Math.abs((measure(steps(...pattern)).momentaryMaxLufs ?? 0) + 23)).toBeLessThan(0.1);
  });
});

describe("EBU Tech 3342 test signals", () => {
  it.each([
    ["1", steps([-20, 20], [-30, 20]), 10],
    ["2", steps([-20, 20], [-15, 20]), 5],
    ["3", steps([-40, 20], [-20, 20]), 20],
    ["4", steps([-50, 20], [-35, 20], [-20, 20], [-35, 20], [-50, 20]), 15],
  ] as [string, Float32Array[], number][])("case %s: range within 1 LU", (_, channels, expected) => {
    expect(Math.abs((measure(channels).rangeLu ?? 0) - expected)).toBeLessThan(1);
  });
});

describe("LoudnessMeter", () => {
  it("reads -3.01 LUFS for a full-scale 997 Hz sine in one channel", () => {
    const silent = new Float32Array(RATE * 5);
    expect(measure([sine(997, RATE, 5), silent]).integratedLufs).toBeCloseTo(-3.01, 1);
  });

  it("gives null for silence, for sound under the gate, and for less than 0.4 s", () => {
    const nothing = { integratedLufs: null, rangeLu: null, momentaryMaxLufs: null, shortTermMaxLufs: null };
    expect(measure([new Float32Array(RATE * 5)])).toEqual({ ...nothing, ungatedLufs: null });
    expect(measure(steps([-75, 5]))).toEqual({ ...nothing, ungatedLufs: null });
    expect(measure([sine(1000, RATE, 0.39)])).toMatchObject(nothing);
  });

  it("has a level without a gate for the shortest sound: that of the same sound if it went on", () => {
    const long = measure([sine(997, RATE, 5, 0.1), sine(997, RATE, 5, 0.1)]);
    for (const seconds of [0.05, 0.123, 0.25, 0.39]) {
      const short = measure([sine(997, RATE, seconds, 0.1), sine(997, RATE, seconds, 0.1)]);
      expect(short.ungatedLufs).toBeCloseTo(-20, 0);
      expect(Math.abs((short.ungatedLufs ?? 0) - (long.integratedLufs ?? 0))).toBeLessThan(0.3);
    }
  });

  it("reads the same at any sample rate", () => {
    const reference = measure([sine(1000, RATE, 5, 0.1)]).integratedLufs ?? 0;
    for (const rate of [8000, 11025, 44100, 96000, 192000]) {
      const read = measure([sine(1000, rate, 5, 0.1)], rate).integratedLufs ?? 0;
      expect(Math.abs(read - reference)).toBeLessThan(0.05);
    }
  });

  it("rises by exactly the gain, and does not depend on how the signal is cut", () => {
    const signal = noise(RATE * 4, 0.2);
    const reference = measure([signal]);
    fc.assert(
      fc.property(fc.double({ min: -20, max: 12, noNaN: true }), fc.integer({ min: 500, max: 9000 }), (gain, block) => {
        const louder = measure([signal.map((x) => x * dbfs(gain))], RATE, block);
        expect(louder.integratedLufs).toBeCloseTo((reference.integratedLufs ?? 0) + gain, 4);
        expect(louder.rangeLu).toBeCloseTo(reference.rangeLu ?? 0, 4);
        expect(measure([signal], RATE, block).integratedLufs).toBeCloseTo(reference.integratedLufs ?? 0, 9);
      }),
      { numRuns: 10 },
    );
  });

  it("weighs the sides of 7.1 more than the back, and the low-frequency channel not at all", () => {
    expect(channelWeights(8)).toEqual([1, 1, 1, 0, 1, 1, 1.41, 1.41]);
    expect(channelWeights(2)).toEqual([1, 1]);
  });
});
