import { describe, expect, it } from "vitest";
import { bandOf, heardChroma, heardSpectrum, hertzOf, newSpectrum, storedChroma, storedSpectrum } from "./spectrum";

/** A sine as an analyser with 4096 points shows it: one bin, on a floor. */
function sine(hertz: number) {
  const decibels = new Float32Array(2048).fill(-100);
  decibels[Math.round(hertz / (24_000 / 2048))] = -25;
  return { decibels, sampleRateHz: 48_000 };
}
const largest = (values: Float32Array) => values.indexOf(Math.max(...values));

describe("bands", () => {
  it("go from 30 Hz to 16 kHz", () => {
    expect(hertzOf(-1, 64)).toBeCloseTo(30);
    expect(hertzOf(64, 64)).toBeCloseTo(16_000);
    for (const hertz of [100, 1000, 8000]) expect(hertzOf(bandOf(hertz, 64), 64)).toBeCloseTo(hertz, 3);
  });

  it.each([55, 440, 1500, 9000])("of what is heard are loudest where the sound is: %d Hz", (hertz) => {
    const bands = newSpectrum();
    heardSpectrum(sine(hertz), bands);
    expect(Math.abs(largest(bands) - bandOf(hertz, 64))).toBeLessThanOrEqual(1);
    expect(Math.max(...bands)).toBeGreaterThan(0.8);
  });

  it("above half the sample rate, and of silence, are 0", () => {
    const bands = newSpectrum();
    heardSpectrum({ decibels: new Float32Array(512).fill(-30), sampleRateHz: 8000 }, bands);
    expect(bands[63]).toBe(0);
    heardSpectrum({ decibels: new Float32Array(512).fill(Number.NEGATIVE_INFINITY), sampleRateHz: 48_000 }, bands);
    expect(Math.max(...bands)).toBe(0);
  });

  it("of the stored picture lie between its columns", () => {
    const mel = { columns: 2, bands: 64, secondsPerColumn: 1, values: new Uint8Array(128).fill(255, 64) };
    const bands = newSpectrum();
    storedSpectrum(mel, 1, bands);
    expect(bands[10]).toBeCloseTo(0.5);
    storedSpectrum(mel, 1.6, bands);
    expect(bands[10]).toBe(1);
    storedSpectrum(mel, 99, bands);
    expect(bands[10]).toBe(0);
  });
});

describe("chroma", () => {
  const chroma = new Float32Array(12);

  it.each([
    ["C", 261.63, 0],
    ["A", 440, 9],
    ["F♯", 1479.98, 6],
  ] as const)("of what is heard finds %s", (_, hertz, pitchClass) => {
    heardChroma(sine(hertz), chroma);
    expect(largest(chroma)).toBe(pitchClass);
    expect(chroma[pitchClass]).toBe(1);
  });

  it("of a stored spectrum finds a tone that stands out", () => {
    const bands = newSpectrum().fill(0.2);
    bands[Math.round(bandOf(1760, 64))] = 1;
    storedChroma(bands, chroma);
    expect([8, 9, 10]).toContain(largest(chroma));
  });

  it("of noise and of silence is no tone at all", () => {
    storedChroma(newSpectrum(), chroma);
    expect(Math.max(...chroma)).toBe(0);
    heardChroma({ decibels: new Float32Array(2048).fill(-150), sampleRateHz: 48_000 }, chroma);
    expect(Math.max(...chroma)).toBe(0);
  });
});
