import { describe, expect, it } from "vitest";
import { noise } from "@/lib/dsp/testing/test-signals";
import { onsetEvents, pulseClarity, summedStrength } from "./onset-events";

const FPS = 100;

/** Onset strength with a rise of `height` every `period` frames over a little noise. */
function pulses(frames: number, period: number, height = 20): Float64Array {
  const floor = noise(frames, 0.4, 5);
  return Float64Array.from(floor, (x, i) => Math.abs(x) + (i % period === 20 ? height : 0));
}

describe("onset events", () => {
  it("are counted where the strength rises, with their times", () => {
    const events = onsetEvents(pulses(1000, 50), FPS);
    expect(events.count).toBe(20);
    expect(events.perSecond).toBeCloseTo(2, 5);
    expect(events.times.slice(0, 3)).toEqual([0.2, 0.7, 1.2]);
  });

  it("are not found in the ripple of noise or in silence", () => {
    expect(onsetEvents(pulses(1000, 50, 0), FPS).count).toBe(0);
    expect(onsetEvents(new Float64Array(500), FPS)).toMatchObject({ count: 0, perSecond: 0 });
    expect(onsetEvents(new Float64Array(0), FPS).perSecond).toBe(0);
  });

  it("keep counting when no more times are kept", () => {
    const events = onsetEvents(pulses(5000, 50), FPS, 10);
    expect(events.count).toBe(100);
    expect(events.times).toHaveLength(10);
  });
});

describe("pulse clarity", () => {
  it("is high for a metronome, low for hits at random, 0 for less than two seconds and for silence", () => {
    expect(pulseClarity(pulses(2000, 50), FPS)).toBeGreaterThan(0.8);
    const chance = noise(2000, 1, 11);
    const irregular = Float64Array.from(chance, (x) => (x > 0.96 ? 20 : 0));
    expect(pulseClarity(irregular, FPS)).toBeLessThan(0.35);
    expect(pulseClarity(pulses(100, 50), FPS)).toBe(0);
    expect(pulseClarity(new Float64Array(1000), FPS)).toBe(0);
  });
});

it("bands are summed frame by frame", () => {
  expect([...summedStrength([Float64Array.of(1, 2), Float64Array.of(10, 20)])]).toEqual([11, 22]);
});
