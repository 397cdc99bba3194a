import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateTempo } from "./tempo";

const FPS = 100;

/** Onset strengths of a rock beat: low on one and three, mid on two and four, high on every half beat. */
function rockBeat(bpm: number, seconds: number, gain = 1, startSeconds = 0): Float64Array[] {
  const bands = [0, 1, 2].map(() => new Float64Array(Math.round(seconds * FPS)));
  for (let half = 0; ; half++) {
    const at = (startSeconds + (half * 30) / bpm) * FPS;
    if (at >= bands[0].length - 3) return bands;
    const hits = [half % 4 === 0 ? 40 : 0, half % 4 === 2 ? 60 : 0, half % 2 === 0 ? 30 : 20];
    hits.forEach((strength, band) => {
      // Split between neighbouring frames, as a window would see it.
      const frame = Math.floor(at);
      bands[band][frame] += gain * strength * (1 - (at - frame));
      bands[band][frame + 1] += gain * strength * (at - frame);
    });
  }
}

/** What a window sees of each: the strength of the low, mid and high band. */
const KICK = [55, 42, 30];
const SNARE = [12, 50, 48];
const HAT = [0, 5, 22];

/** Drums from where `startSeconds` is. `kicks`, `snares` and hats on every eighth are in sixteenths of a bar. */
function drums(bands: Float64Array[], bpm: number, bars: number, kicks: number[], snares: number[], startSeconds = 0) {
  for (let step = 0; step < 16 * bars; step++) {
    const hits = [
      kicks.includes(step % 16) ? KICK : null,
      snares.includes(step % 16) ? SNARE : null,
      step % 2 === 0 ? HAT : null,
    ];
    const at = (startSeconds + (step * 15) / bpm) * FPS;
    const frame = Math.floor(at);
    bands.forEach((band, b) => {
      const strength = Math.max(...hits.map((hit) => hit?.[b] ?? 0));
      band[frame] = (band[frame] ?? 0) + strength * (1 - (at - frame));
      band[frame + 1] = (band[frame + 1] ?? 0) + strength * (at - frame);
    });
  }
  return bands;
}
const silence = (seconds: number) => [0, 1, 2].map(() => new Float64Array(Math.round(seconds * FPS)));

const estimate = (strengths: Float64Array[]) =>
  estimateTempo({ strengths, framesPerSecond: FPS, durationSeconds: strengths[0].length / FPS, activation: null });

describe("estimateTempo", () => {
  it("finds a steady beat to a tenth of a BPM between 95 and 140", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 95, max: 140, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (bpm, start) => {
          const found = estimate(rockBeat(bpm, 25, 1, start));
          if (!found.found) throw new Error(found.reason);
          expect(Math.abs(found.bpm - bpm)).toBeLessThan(0.1);
        },
      ),
      { numRuns: 20, seed: 5 },
    );
  }, 20000);

  it("does not depend on the strength of the onsets", () => {
    const soft = estimate(rockBeat(104.3, 20, 0.01));
    const loud = estimate(rockBeat(104.3, 20, 10));
    if (!soft.found || !loud.found) throw new Error("no tempo");
    expect(soft.bpm).toBeCloseTo(loud.bpm, 6);
    expect(soft.confidence).toBeCloseTo(loud.confidence, 6);
  });

  it("gives confidences that sum to 1 at most, the best reading first", () => {
    const found = estimate(rockBeat(120, 12));
    if (!found.found) throw new Error(found.reason);
    const all = [found, ...found.alternatives].map(({ confidence }) => confidence);
    expect(all.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1 + 1e-9);
    expect([...all].sort((a, b) => b - a)).toEqual(all);
  });

  it("follows a tempo that varies by one per cent", () => {
    const bands = rockBeat(110, 30).map((band) => band.map((_, i) => band[Math.round(i + 4 * Math.sin(i / 200))] ?? 0));
    const found = estimate(bands);
    if (!found.found) throw new Error(found.reason);
    expect(Math.abs(found.bpm / 110 - 1)).toBeLessThan(0.02);
  });

  it("names one of two tempi between which a piece changes, and is not certain of it", () => {
    for (const [first, second] of [
      [150, 200],
      [120, 90],
      [100, 140],
      [174, 140],
    ] as const) {
      const seconds = (16 * 240) / first;
      const bands = drums(silence(seconds + (16 * 240) / second), first, 16, [0, 8], [4, 12]);
      const found = estimate(drums(bands, second, 16, [0, 8], [4, 12], seconds));
      if (!found.found) throw new Error(found.reason);
      expect([first, second].some((bpm) => Math.abs(found.bpm - bpm) < 1)).toBe(true);
      expect(found.confidence).toBeLessThan(0.7);
      expect(found.variation).toBeGreaterThan(0.05);
    }
    const steady = estimate(drums(silence(60), 128, 30, [0, 8], [4, 12]));
    expect(steady).toMatchObject({ variation: 0 });
  });

  it("is none of a sound that begins and ends with silence around it, however long the file is", () => {
    for (const seconds of [4, 7.5, 11, 30]) {
      const bands = silence(seconds);
      for (const band of bands) {
        band[100] = 40;
        band[seconds * FPS - 150] = 12;
      }
      expect(estimate(bands)).toEqual({ found: false, reason: "no_rhythm" });
    }
  });

  it("refuses anything but three bands", () => {
    expect(() => estimate([0, 1].map(() => new Float64Array(300).fill(1)))).toThrow(RangeError);
  });

  it("says why there is none", () => {
    const hit = [0, 1, 2].map(() => new Float64Array(300));
    hit[1][20] = 50;
    expect(estimate(hit)).toEqual({ found: false, reason: "no_rhythm" });
    expect(estimate([0, 1, 2].map(() => new Float64Array(300)))).toEqual({ found: false, reason: "no_onsets" });
    expect(estimate([0, 1, 2].map(() => new Float64Array(50).fill(1)))).toEqual({ found: false, reason: "too_short" });
  });
});
