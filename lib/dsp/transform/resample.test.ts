import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noise, sine } from "@/lib/dsp/testing/test-signals";
import { Resampler } from "./resample";

function resample(input: Float32Array, fromHz: number, toHz: number, block = 4096): Float32Array {
  const resampler = new Resampler({ fromHz, toHz });
  const out: number[] = [];
  for (let start = 0; start < input.length; start += block) {
    resampler.process(input.subarray(start, start + block));
    out.push(...resampler.output.subarray(0, resampler.outputLength));
  }
  resampler.finish();
  out.push(...resampler.output.subarray(0, resampler.outputLength));
  return Float32Array.from(out);
}

/** Level in dB of what differs, edges left out. */
function errorDb(actual: Float32Array, expected: Float32Array): number {
  let error = 0;
  let signal = 0;
  for (let n = 400; n < actual.length - 400; n++) {
    error += (actual[n] - expected[n]) ** 2;
    signal += expected[n] ** 2;
  }
  return 10 * Math.log10(error / signal);
}

describe("Resampler", () => {
  it("refuses rates of 0 and a pass band above its stop band", () => {
    expect(() => new Resampler({ fromHz: 0, toHz: 44100 })).toThrow(RangeError);
    expect(() => new Resampler({ fromHz: 48000, toHz: 44100, passband: 0.6 })).toThrow(RangeError);
  });

  it.each([
    [48000, 44100, 1000],
    [48000, 44100, 15000],
    [96000, 48000, 997],
    [44100, 11025, 3000],
    [8000, 44100, 440],
    [22050, 44100, 9000],
    [44099, 44100, 5000],
    [32000, 44100, 12000],
  ])("from %i to %i Hz leaves a sine of %i Hz in place", (fromHz, toHz, hz) => {
    const output = resample(sine(hz, fromHz, 1), fromHz, toHz);
    expect(output.length).toBe(toHz);
    expect(errorDb(output, sine(hz, toHz, 1))).toBeLessThan(-80);
  });

  it.each([
    [96000, 44100, 22100],
    [96000, 44100, 40000],
    [48000, 44100, 22060],
    [44100, 11025, 6000],
    [44100, 11025, 20000],
  ])("from %i to %i Hz lets nothing of a sine of %i Hz alias above -80 dB", (fromHz, toHz, hz) => {
    const output = resample(sine(hz, fromHz, 1), fromHz, toHz).subarray(200, -200);
    const power = output.reduce((sum, x) => sum + x * x, 0) / output.length;
    expect(10 * Math.log10(2 * power)).toBeLessThan(-80);
  });

  it("gives the same samples however the input is cut", () => {
    const input = noise(5000);
    const whole = resample(input, 48000, 44100, 5000);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), (block) => {
        expect(resample(input, 48000, 44100, block)).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  it("gives nothing without input", () => {
    expect(resample(new Float32Array(0), 48000, 44100).length).toBe(0);
  });
});
