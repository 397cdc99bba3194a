import { describe, expect, it } from "vitest";
import { attacks, clickTimes, type Envelope, envelopeOf } from "./envelope";
import { clickOffsetMs, soundOffsetMs, spreadOf } from "./offsets";

/** A pattern of strokes that decay, in a recording of two seconds. */
const STROKES_MS = [0, 250, 500, 900, 1000, 1300, 1500, 1750];
const recording = Float32Array.from({ length: 2000 }, (_, ms) =>
  Math.max(0.002, ...STROKES_MS.filter((at) => at <= ms).map((at) => 0.8 * Math.exp(-(ms - at) / 60))),
);
const reference = { attacks: attacks(recording), durationSeconds: 2 };
/** Heard over and over, at a rate, from a time of the page on. */
const heardFrom = (startMs: number, rate: number): Envelope => {
  const values = Float32Array.from({ length: 8000 }, (_, ms) => recording[Math.round(ms * rate) % 2000] ?? 0);
  return { startMs, values: attacks(values) };
};

describe("how far a shown beat is from its sound", () => {
  it.each([1, 1.25])("is found by laying the recording over what was heard, at rate %d", (rate) => {
    const heard = heardFrom(7000, rate);
    // The beat at 0.5 s of the second time round.
    const heardAtMs = 7000 + 2500 / rate;
    for (const offMs of [-40, -7, 0, 12, 90]) {
      const shown = { index: 1, positionSeconds: 0.5, atMs: heardAtMs + offMs };
      expect(Math.abs((soundOffsetMs(shown, 0.5, heard, reference, rate) ?? 999) - offMs)).toBeLessThanOrEqual(2);
    }
  });

  it("is unknown where something else was heard, or nothing", () => {
    const silence = { startMs: 0, values: new Float32Array(8000) };
    const shown = { index: 1, positionSeconds: 0.5, atMs: 3000 };
    expect(soundOffsetMs(shown, 0.5, silence, reference, 1)).toBeNull();
    expect(clickOffsetMs(shown, [])).toBeNull();
    expect(clickOffsetMs(shown, [2700, 3400])).toBeNull();
  });

  it("of a click track is the distance from the click itself", () => {
    const pieces = [0, 10, 500, 510].map((atMs) => ({ atMs: 4000 + atMs, values: Array(10).fill(0) as number[] }));
    pieces[2]?.values.splice(3, 4, 0.5, 0.4, 0.3, 0.05);
    const clicks = clickTimes(envelopeOf(pieces));
    expect(clicks).toEqual([4503]);
    expect(clickOffsetMs({ index: 0, positionSeconds: 0, atMs: 4490 }, clicks)).toBe(-13);
  });
});

it("a spread says what is always late, and what is late now and then", () => {
  const offsets = [...Array(90).fill(4), ...Array(6).fill(-10), ...Array(4).fill(60)] as number[];
  expect(spreadOf(offsets)).toEqual({ count: 100, median: 4, p95: 10, worst: 60 });
});
