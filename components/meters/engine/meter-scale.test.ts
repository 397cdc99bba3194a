import { describe, expect, it } from "vitest";
import { frequencyAt, frequencyPlace, levelPlace, levelText, spectrumColumns } from "./meter-scale";

const SILENT = Number.NEGATIVE_INFINITY;

describe("a level in words", () => {
  it.each([
    [-23.04, "−23.0"],
    [0, "0.0"],
    [-0.01, "0.0"],
    [1.26, "1.3"],
    [SILENT, "−∞"],
    [-140, "−∞"],
    [Number.NaN, "−∞"],
  ])("%d dB is %s", (db, text) => expect(levelText(db)).toBe(text));
});

it("a level has its place on the bar, and what is outside stays at the ends", () => {
  expect([-60, -30, -20, -10, 0].map(levelPlace)).toEqual([0, 0.35, 0.5, 0.725, 0.95]);
  expect([SILENT, -90, 9, Number.NaN].map(levelPlace)).toEqual([0, 0, 1, 0]);
});

it("each octave is as wide as the next", () => {
  expect(frequencyPlace(20)).toBe(0);
  expect(frequencyPlace(20_000)).toBe(1);
  expect(frequencyAt(frequencyPlace(440))).toBeCloseTo(440, 6);
  expect(frequencyPlace(880) - frequencyPlace(440)).toBeCloseTo(frequencyPlace(200) - frequencyPlace(100), 9);
});

describe("the spectrum's columns", () => {
  const columnsOf = (bins: Float32Array, count = 200) => {
    const columns = new Float32Array(count);
    spectrumColumns(bins, 48_000, columns);
    return columns;
  };

  it("show a full-scale sine at 0 dB where its frequency stands", () => {
    const bins = new Float32Array(2048).fill(-140);
    // What an analyser reads of it: half of it, weighed by its window.
    bins[Math.round(1000 / (24_000 / 2048))] = 20 * Math.log10(0.42 / 2);
    const columns = columnsOf(bins);
    const loudest = columns.indexOf(Math.max(...columns));
    expect(columns[loudest]).toBeCloseTo(0, 4);
    expect(Math.abs(loudest / 200 - frequencyPlace(1000))).toBeLessThan(0.01);
  });

  it("are never not a number: of silence, and at a rate at which there are no high tones", () => {
    expect(columnsOf(new Float32Array(2048).fill(SILENT)).some(Number.isNaN)).toBe(false);
    const columns = new Float32Array(200);
    spectrumColumns(new Float32Array(2048).fill(-20), 16_000, columns);
    expect(columns.some(Number.isNaN)).toBe(false);
    expect(columns.at(-1)).toBeLessThan(-80);
    expect(columns[100]).toBeGreaterThan(-20);
  });
});
