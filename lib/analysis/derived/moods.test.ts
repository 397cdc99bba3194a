import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mood } from "@/lib/analysis/record/values/moods";
import { MOOD_CONFIDENCE_MAX, type MoodInput, moodScores, moodsOf } from "./moods";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const input: fc.Arbitrary<MoodInput> = fc.record({
  kind: fc.constantFrom("one-shot" as const, "loop" as const, "track" as const),
  durationSeconds: fc.double({ min: 0.01, max: 600, noNaN: true }),
  energy: share,
  valence: share,
  brightness: share,
  harmonicity: share,
  beatStrength: share,
  onsetsPerSecond: fc.double({ min: 0, max: 40, noNaN: true }),
});
const party: MoodInput = {
  kind: "track",
  durationSeconds: 180,
  energy: 0.8,
  valence: 0.8,
  brightness: 0.5,
  harmonicity: 0.6,
  beatStrength: 0.6,
  onsetsPerSecond: 6,
};
const labels = (sound: MoodInput) => moodsOf(sound).map(({ label }) => label);

/** Which way each mood goes as a value rises. */
const RISES: [keyof MoodInput, number, Mood[], Mood[]][] = [
  ["energy", 1, ["happy", "energetic", "aggressive", "tense"], ["sad", "calm", "dreamy", "playful"]],
  ["valence", 1, ["happy", "playful"], ["sad", "aggressive", "tense"]],
  ["brightness", 1, ["bright"], ["dark"]],
  ["harmonicity", 1, ["dreamy"], ["aggressive", "tense"]],
  ["beatStrength", 1, ["energetic"], ["dreamy"]],
  ["onsetsPerSecond", 20, ["playful"], ["calm"]],
];

describe("moods", () => {
  it.each(RISES)("rise or fall steadily with %s", (name, most, rising, falling) => {
    fc.assert(
      fc.property(input, share, share, (sound, a, b) => {
        const low = moodScores({ ...sound, [name]: most * Math.min(a, b) });
        const high = moodScores({ ...sound, [name]: most * Math.max(a, b) });
        for (const mood of rising) expect(high[mood]).toBeGreaterThanOrEqual(low[mood]);
        for (const mood of falling) expect(high[mood]).toBeLessThanOrEqual(low[mood]);
      }),
    );
  });

  it("are at most four, never more certain than formulas may be, most certain first", () => {
    fc.assert(
      fc.property(input, (sound) => {
        const confidences = moodsOf(sound).map(({ confidence }) => confidence);
        expect(confidences.length).toBeLessThanOrEqual(4);
        expect([...confidences].sort((a, b) => b - a)).toEqual(confidences);
        for (const confidence of confidences) expect(confidence).toBeLessThanOrEqual(MOOD_CONFIDENCE_MAX);
      }),
    );
  });

  it("never contradict one another", () => {
    fc.assert(
      fc.property(input, (sound) => {
        const named = labels(sound);
        for (const pair of [
          ["happy", "sad"],
          ["calm", "energetic"],
          ["dark", "bright"],
          ["calm", "aggressive"],
        ]) {
          expect(pair.every((mood) => (named as string[]).includes(mood))).toBe(false);
        }
      }),
    );
  });

  it("tell a party from a lament", () => {
    expect(labels(party)).toEqual(expect.arrayContaining(["happy", "energetic"]));
    const lament = { ...party, energy: 0.15, valence: 0.2, onsetsPerSecond: 1, beatStrength: 0.05 };
    expect(labels(lament)).toEqual(expect.arrayContaining(["sad", "calm"]));
    expect(labels({ ...party, valence: 0.3, harmonicity: 0.15 })).toContain("aggressive");
  });

  it("are only the colour for a single sound", () => {
    expect(labels({ ...party, kind: "one-shot", brightness: 0.9 })).toEqual(["bright"]);
    expect(labels({ ...party, kind: "one-shot", brightness: 0.05, durationSeconds: 0.3 })).toEqual(["dark"]);
  });

  it("are less certain of a short loop", () => {
    const [loop] = moodsOf({ ...party, kind: "loop", durationSeconds: 2 });
    const [track] = moodsOf(party);
    expect(loop?.confidence ?? 1).toBeLessThan((track?.confidence ?? 0) / 2);
  });
});
