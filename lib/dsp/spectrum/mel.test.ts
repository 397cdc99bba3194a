import { describe, expect, it } from "vitest";
import { hzToMel, melBank, melToHz } from "./mel";

const options = { sampleRateHz: 44100, fftSize: 2048, bands: 96, lowHz: 30, highHz: 16000 };

describe("Slaney's mel scale", () => {
  it("has its published values", () => {
    expect(hzToMel(60)).toBeCloseTo(0.9, 10);
    expect(hzToMel(440)).toBeCloseTo(6.6, 10);
    expect(hzToMel(1000)).toBeCloseTo(15, 10);
    expect(hzToMel(6400)).toBeCloseTo(42, 10);
  });

  it("is undone by its inverse", () => {
    for (const hz of [0, 20, 999, 1001, 12345]) expect(melToHz(hzToMel(hz))).toBeCloseTo(hz, 8);
  });
});

describe("melBank", () => {
  it("refuses a range that lies above half the sample rate", () => {
    expect(() => melBank({ ...options, sampleRateHz: 8000, lowHz: 5000 })).toThrow(RangeError);
  });

  it("gives every band a share of a flat spectrum, equal where bands are wider than bins", () => {
    const out = new Float64Array(96);
    melBank(options).apply(new Float64Array(1025).fill(1), out);
    expect(Math.min(...out)).toBeGreaterThan(0);
    // An area of one, in bins of 21.5 Hz.
    for (let band = 60; band < 96; band++) expect(out[band]).toBeCloseTo(2048 / 44100, 3);
  });

  it("puts a line into the band around its frequency", () => {
    const power = new Float64Array(1025);
    power[Math.round(4000 / (44100 / 2048))] = 1;
    const out = new Float64Array(96);
    melBank(options).apply(power, out);
    const band = out.indexOf(Math.max(...out));
    const centre = melToHz(hzToMel(30) + ((hzToMel(16000) - hzToMel(30)) * (band + 1)) / 97);
    expect(Math.abs(centre - 4000)).toBeLessThan(150);
  });
});
