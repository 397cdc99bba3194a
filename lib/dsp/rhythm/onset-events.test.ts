import { describe, expect, it } from "vitest";
import { LevelMotionMeter } from "@/lib/dsp/spectrum/modulation";
import { noise } from "@/lib/dsp/transform/test-signals";
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

describe("motion of the level", () => {
  const motion = (powerAt: (seconds: number) => number, seconds = 20) => {
    const meter = new LevelMotionMeter(FPS);
    for (let i = 0; i < seconds * FPS; i++) meter.push(powerAt(i / FPS));
    return meter.finish();
  };
  const swinging = (hz: number) => motion((t) => 0.01 * 10 ** (1.2 * Math.sin(2 * Math.PI * hz * t)));

  it("is syllabic at four swings a second, more than at one or at fifteen", () => {
    const syllabic = swinging(4).syllabicShare;
    expect(syllabic).toBeGreaterThan(1.3 * swinging(0.8).syllabicShare);
    expect(syllabic).toBeGreaterThan(swinging(15).syllabicShare);
  });

  it("knows how deep it is: 12 dB either way is a range of 24 dB", () => {
    expect(swinging(4).dynamicRangeDb).toBeGreaterThan(20);
    expect(swinging(4).dynamicRangeDb).toBeLessThan(25);
    expect(swinging(4).lowLevelShare).toBeGreaterThan(0.4);
  });

  it("is none for a steady level and for no frames", () => {
    expect(motion(() => 0.1)).toMatchObject({ modulationDb: 0, syllabicShare: 0, lowLevelShare: 0, dynamicRangeDb: 0 });
    expect(motion(() => 0.1, 0).modulationDb).toBe(0);
  });
});
