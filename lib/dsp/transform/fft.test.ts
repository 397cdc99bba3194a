import { describe, expect, it } from "vitest";
import { noise, sine } from "@/lib/dsp/testing/test-signals";
import { RealFft } from "./fft";
import { hannWindow, unitHannWindow } from "./windows";

const ones = (size: number) => new Float64Array(size).fill(1);

function slowTransform(input: Float32Array, bin: number) {
  let re = 0;
  let im = 0;
  for (let n = 0; n < input.length; n++) {
    re += input[n] * Math.cos((2 * Math.PI * bin * n) / input.length);
    im -= input[n] * Math.sin((2 * Math.PI * bin * n) / input.length);
  }
  return { re, im };
}

describe("RealFft", () => {
  it.each([8, 16, 32, 64, 256, 512])("agrees with the definition at %i points", (size) => {
    const input = noise(size, 1, size);
    const fft = new RealFft(size);
    const re = new Float64Array(fft.bins);
    const im = new Float64Array(fft.bins);
    const power = new Float64Array(fft.bins);
    fft.forward(input, 0, ones(size), re, im);
    fft.power(input, 0, ones(size), power);
    for (let bin = 0; bin < fft.bins; bin++) {
      const expected = slowTransform(input, bin);
      expect(re[bin]).toBeCloseTo(expected.re, 10);
      expect(im[bin]).toBeCloseTo(expected.im, 10);
      expect(power[bin]).toBeCloseTo(expected.re ** 2 + expected.im ** 2, 9);
    }
  });

  it("keeps the energy of the signal (Parseval)", () => {
    const input = noise(4096);
    const fft = new RealFft(4096);
    const power = new Float64Array(fft.bins);
    fft.power(input, 0, ones(4096), power);
    const spectrum = power.reduce((sum, p, k) => sum + p * (k === 0 || k === 2048 ? 1 : 2), 0) / 4096;
    expect(spectrum).toBeCloseTo(
      input.reduce((sum, x) => sum + x * x, 0),
      8,
    );
  });

  it("shows a full-scale sine on a bin as magnitude 1 under the unit window", () => {
    const fft = new RealFft(2048);
    const power = new Float64Array(fft.bins);
    fft.power(sine(100, 2048, 1), 0, unitHannWindow(2048), power);
    expect(Math.sqrt(power[100])).toBeCloseTo(1, 6);
    expect(Math.sqrt(power[110])).toBeLessThan(1e-6);
  });

  it("refuses sizes that it cannot transform", () => {
    expect(() => new RealFft(1000)).toThrow(RangeError);
    expect(() => new RealFft(4)).toThrow(RangeError);
  });
});

describe("hannWindow", () => {
  it("sums to a constant at half overlap", () => {
    const window = hannWindow(64);
    for (let n = 0; n < 32; n++) expect(window[n] + window[n + 32]).toBeCloseTo(1, 12);
  });
});
