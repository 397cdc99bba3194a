import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PerceptualInput, perceptualScores } from "./perceptual";

type Score = Exclude<keyof ReturnType<typeof perceptualScores>, "confidence">;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const decibels = fc.double({ min: 0, max: 80, noNaN: true });
const anyInput: fc.Arbitrary<PerceptualInput> = fc.record({
  durationSeconds: fc.double({ min: 0.001, max: 4000, noNaN: true }),
  loudnessLufs: fc.double({ min: -90, max: 3, noNaN: true }),
  onsetsPerSecond: fc.double({ min: 0, max: 30, noNaN: true }),
  beatStrength: share,
  lowShare: share,
  tempo: fc.option(fc.record({ bpm: fc.double({ min: 30, max: 300, noNaN: true }), confidence: share })),
  key: fc.option(fc.record({ mode: fc.constantFrom("major" as const, "minor" as const), confidence: share })),
  brightness: share,
  harmonicity: share,
  flatness: share,
  dynamicRangeDb: decibels,
  syllabicShare: share,
  modulationDb: decibels,
  lowLevelShare: share,
  stereoWidth: fc.option(share),
});

type Numeric = {
  [K in keyof PerceptualInput]: PerceptualInput[K] extends number ? K : never;
}[keyof PerceptualInput];

/** [score, value, whether it rises (1) or falls (−1) with the value]. */
const RULES: [Score, Numeric, 1 | -1][] = [
  ["energy", "loudnessLufs", 1],
  ["energy", "onsetsPerSecond", 1],
  ["energy", "brightness", 1],
  ["energy", "dynamicRangeDb", -1],
  ["danceability", "beatStrength", 1],
  ["danceability", "lowShare", 1],
  ["valence", "brightness", 1],
  ["acousticness", "brightness", -1],
  ["acousticness", "dynamicRangeDb", 1],
  ["acousticness", "loudnessLufs", -1],
  ["acousticness", "harmonicity", 1],
  ["instrumentalness", "syllabicShare", -1],
  ["instrumentalness", "modulationDb", -1],
  ["instrumentalness", "beatStrength", 1],
  ["speechiness", "syllabicShare", 1],
  ["speechiness", "modulationDb", 1],
  ["speechiness", "lowLevelShare", 1],
  ["speechiness", "beatStrength", -1],
  ["liveness", "flatness", 1],
  ["liveness", "dynamicRangeDb", -1],
];

/** Half-way up every ramp. */
const MIDDLING: PerceptualInput = {
  durationSeconds: 5,
  loudnessLufs: -16,
  onsetsPerSecond: 3,
  beatStrength: 0.2,
  lowShare: 0.2,
  tempo: { bpm: 110, confidence: 0.5 },
  key: null,
  brightness: 0.5,
  harmonicity: 0.6,
  flatness: 0.1,
  dynamicRangeDb: 25,
  syllabicShare: 0.09,
  modulationDb: 8,
  lowLevelShare: 0.2,
  stereoWidth: 0.3,
};

describe("perceptual scores", () => {
  it("are between 0 and 1 whatever was measured", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const score of Object.values(perceptualScores(input))) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it.each(RULES)("%s moves one way with %s", (score, value, direction) => {
    const from = perceptualScores(MIDDLING)[score];
    const to = perceptualScores({ ...MIDDLING, [value]: MIDDLING[value] * 1.2 })[score];
    // Loudness is negative, so that 1.2 times as much is less.
    expect(Math.sign(to - from)).toBe(MIDDLING[value] < 0 ? -direction : direction);
    fc.assert(
      fc.property(anyInput, fc.double({ min: 0, max: 30, noNaN: true }), (input, step) => {
        const before = perceptualScores(input)[score];
        const after = perceptualScores({ ...input, [value]: input[value] + step })[score];
        expect(direction * (after - before)).toBeGreaterThanOrEqual(-1e-12);
      }),
      { numRuns: 200 },
    );
  });

  it("include valence, which rises from minor to major, more so if the key is certain, and with the tempo", () => {
    fc.assert(
      fc.property(anyInput, share, (input, confidence) => {
        const valence = (mode: "major" | "minor") => perceptualScores({ ...input, key: { mode, confidence } }).valence;
        expect(valence("major")).toBeGreaterThanOrEqual(valence("minor"));
        const at = (bpm: number) => perceptualScores({ ...input, tempo: { bpm, confidence } }).valence;
        expect(at(150)).toBeGreaterThanOrEqual(at(70));
      }),
    );
  });

  it("make a steady pulse most danceable near 120 BPM, and less live the more certain the tempo is", () => {
    fc.assert(
      fc.property(anyInput, fc.double({ min: 40, max: 300, noNaN: true }), (input, bpm) => {
        const at = (value: number, confidence = 0.5) =>
          perceptualScores({ ...input, tempo: { bpm: value, confidence } });
        expect(at(120).danceability).toBeGreaterThanOrEqual(at(bpm).danceability);
        expect(at(bpm, 0.2).liveness).toBeGreaterThanOrEqual(at(bpm, 0.9).liveness);
      }),
    );
  });

  it("are more certain for a long sound, but never very certain", () => {
    const [input] = fc.sample(anyInput, { numRuns: 1, seed: 1 });
    if (!input) throw new Error("no sample");
    expect(perceptualScores({ ...input, durationSeconds: 0.5 }).confidence).toBeCloseTo(0.025, 10);
    expect(perceptualScores({ ...input, durationSeconds: 500 }).confidence).toBe(0.5);
  });
});
