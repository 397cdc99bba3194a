import { describe, expect, it } from "vitest";
import { LevelMotionMeter } from "./level-motion";

const FPS = 100;

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

  it("has the right depth: 12 dB either way is a range of 24 dB", () => {
    expect(swinging(4).dynamicRangeDb).toBeGreaterThan(20);
    expect(swinging(4).dynamicRangeDb).toBeLessThan(25);
    expect(swinging(4).lowLevelShare).toBeGreaterThan(0.4);
  });

  it("is none for a steady level and for no frames", () => {
    expect(motion(() => 0.1)).toMatchObject({ modulationDb: 0, syllabicShare: 0, lowLevelShare: 0, dynamicRangeDb: 0 });
    expect(motion(() => 0.1, 0).modulationDb).toBe(0);
  });
});
