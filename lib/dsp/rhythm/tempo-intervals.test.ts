import { describe, expect, it } from "vitest";
import { type RhythmProfile, rhythmProfile } from "./rhythm-profile";
import { INTERVAL_LAYOUT, intervalFeatures, onsetTimes } from "./tempo-intervals";

const FRAMES_PER_SECOND = 100;

/** Strikes at these frames, in the low band if `low` says so, else in the high one. */
function profileOf(frames: number[], low: (index: number) => boolean = () => false): RhythmProfile {
  const length = (frames.at(-1) ?? 0) + 100;
  const strengths = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  frames.forEach((frame, i) => {
    (strengths[low(i) ? 0 : 2] as Float64Array)[frame] = 1;
  });
  const profile = rhythmProfile(strengths, FRAMES_PER_SECOND, length / FRAMES_PER_SECOND);
  if (!profile) throw new Error("no onsets");
  return profile;
}

const every = (frames: number, count: number) => Array.from({ length: count }, (_, i) => 50 + i * frames);
const featuresAt = (profile: RhythmProfile, lag: number) => intervalFeatures(profile, onsetTimes(profile), lag);

describe("intervals between onsets", () => {
  it("finds each strike once, and those of the low band among them", () => {
    const frames = every(40, 16);
    const { all, low } = onsetTimes(profileOf(frames, (i) => i % 4 === 0));
    expect(all).toEqual(frames);
    expect(low).toEqual(frames.filter((_, i) => i % 4 === 0));
  });

  it("says the same about a pulse and one twice as fast, each seen from its own beat", () => {
    const slow = featuresAt(profileOf(every(60, 24)), 60);
    const fast = featuresAt(profileOf(every(30, 24)), 30);
    INTERVAL_LAYOUT.names.forEach((name, i) => {
      // Repetition reaches a fixed number of frames.
      if (!name.startsWith("wandering")) expect(fast[i], name).toBeCloseTo(slow[i], 6);
    });
  });

  it("tells a beat from its half by which intervals there are", () => {
    const profile = profileOf(every(50, 24));
    const [whole, half] = [featuresAt(profile, 50), featuresAt(profile, 100)];
    const wholeBeats = INTERVAL_LAYOUT.names.indexOf("near.1");
    const halfBeats = INTERVAL_LAYOUT.names.indexOf("near.0.5");
    expect(whole[wholeBeats]).toBeCloseTo(1, 6);
    expect(whole[halfBeats]).toBeLessThan(0.01);
    expect(half[wholeBeats]).toBeLessThan(0.01);
    expect(half[halfBeats]).toBeCloseTo(1, 6);
  });

  it("is finite for a single onset and for none that is clear", () => {
    expect(featuresAt(profileOf([50]), 60).every(Number.isFinite)).toBe(true);
    const noise = Float64Array.from({ length: 500 }, (_, i) => ((i * 7919) % 101) / 101);
    const profile = rhythmProfile([noise, noise, noise], FRAMES_PER_SECOND, 5);
    expect(profile && featuresAt(profile, 60).every(Number.isFinite)).toBe(true);
  });
});
