import { describe, expect, it } from "vitest";
import { LOOP_BPM, LOOP_RATE_HZ, LOOP_SECONDS, renderDemoLoop } from "./demo-loop";
import { levelAtDb, logFrequencies, peakColumns } from "./signal-measures";

const RATE_HZ = 22_050;
const sine = (frequencyHz: number, amplitude: number) =>
  Float32Array.from(
    { length: RATE_HZ },
    (_, index) => amplitude * Math.sin((2 * Math.PI * frequencyHz * index) / RATE_HZ),
  );

describe("the landing page's picture", () => {
  it("shows a sine at its own frequency with its own level, and nothing an octave away", () => {
    const at = { rateHz: RATE_HZ, centre: 8000, windowLength: 2048 };
    expect(levelAtDb(sine(1000, 1), { ...at, frequencyHz: 1000 })).toBeCloseTo(0, 1);
    expect(levelAtDb(sine(1000, 0.1), { ...at, frequencyHz: 1000 })).toBeCloseTo(-20, 1);
    expect(levelAtDb(sine(1000, 1), { ...at, frequencyHz: 2000 })).toBeLessThan(-60);
  });

  it("keeps the highest peak of each column", () => {
    expect(Array.from(peakColumns(Float32Array.of(0, 0.5, -1, 0.25), 2))).toEqual([0.5, 1]);
  });

  it("spaces frequencies by equal ratios", () => {
    const octaves = logFrequencies(100, 800, 4);
    expect(octaves.map(Math.round)).toEqual([100, 200, 400, 800]);
  });

  it("draws music that is in the tempo and key it claims", () => {
    const { mix, low } = renderDemoLoop();
    expect(mix.length).toBe(Math.round(LOOP_SECONDS * LOOP_RATE_HZ));
    expect(Math.max(...peakColumns(mix, 1))).toBeLessThan(1);
    const beatSamples = (60 / LOOP_BPM) * LOOP_RATE_HZ;
    const onBeat = peakColumns(low.slice(0, Math.round(beatSamples / 4)), 1)[0] ?? 0;
    const beforeOffBeat =
      peakColumns(low.slice(Math.round(beatSamples * 0.4), Math.round(beatSamples * 0.5)), 1)[0] ?? 0;
    expect(onBeat).toBeGreaterThan(3 * beforeOffBeat);
    const at = { rateHz: LOOP_RATE_HZ, centre: beatSamples * 0.8, windowLength: 4096 };
    expect(levelAtDb(mix, { ...at, frequencyHz: 185 })).toBeGreaterThan(
      levelAtDb(mix, { ...at, frequencyHz: 196 }) + 10,
    );
  });
});
