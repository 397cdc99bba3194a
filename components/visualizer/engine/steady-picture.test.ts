import { describe, expect, it } from "vitest";
import { FlashLimiter } from "./flash-limiter";
import { QualityGovernor } from "./quality-governor";
import { seededRandom } from "./random";

const FRAME = 1 / 60;

/** The most flashes within any second, of beats at a tempo. */
function flashesOf(limiter: FlashLimiter, bpm: number): number {
  const times: number[] = [];
  let before = 0;
  for (let clock = 0; clock < 12; clock += FRAME) {
    const shown = limiter.limit((1 - (((clock * bpm) / 60) % 1)) ** 2, FRAME);
    if (shown > before + 0.1) times.push(clock);
    before = shown;
  }
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1 - 1e-6).length));
}

describe("flashes", () => {
  it.each([60, 120, 174, 240, 480, 900])("come at most three a second at %d BPM", (bpm) => {
    const most = flashesOf(new FlashLimiter(false), bpm);
    expect(most).toBeLessThanOrEqual(3);
    expect(most).toBeGreaterThan(0);
  });

  it("do not come in calm mode", () => expect(flashesOf(new FlashLimiter(true), 120)).toBe(0));

  it("are counted by the clock of the screen, however often somebody seeks to a beat", () => {
    const limiter = new FlashLimiter(false);
    const shown = Array.from({ length: 20 }, (_, at) => limiter.limit(at % 2, 0.02));
    expect(shown.filter((value) => value > 0.5)).toHaveLength(3);
  });
});

describe("quality", () => {
  const run = (governor: QualityGovernor, deltaMs: (pixels: number) => number, frames: number) => {
    const changes: number[] = [];
    for (let at = 0; at < frames; at += 1) if (governor.frame(deltaMs(governor.quality.pixelRatio))) changes.push(at);
    return changes;
  };

  it("falls while frames are slow, until they are fast enough, and stays there", () => {
    const governor = new QualityGovernor(2);
    const byPixels = (ratio: number) => 10 + 25 * ratio ** 2;
    run(governor, byPixels, 2000);
    expect(byPixels(governor.quality.pixelRatio)).toBeLessThan(24);
    expect(run(governor, byPixels, 4000)).toEqual([]);
  });

  it("does not swing between too much and enough: it tries again ever later", () => {
    const governor = new QualityGovernor(1);
    const changes = run(governor, (ratio) => (ratio > 0.7 ? 40 : 12), 20_000);
    expect(changes.length).toBeGreaterThan(4);
    expect(changes.length).toBeLessThan(30);
  });

  it("comes back when the machine is free again, but never above the screen's own pixels", () => {
    const governor = new QualityGovernor(1.25);
    run(governor, () => 60, 400);
    expect(governor.quality).toMatchObject({ detail: 0.3, hasGlow: false });
    run(governor, () => 16, 4000);
    expect(governor.quality).toEqual({ detail: 1, pixelRatio: 1.25, hasGlow: true });
  });

  it("falls to the least within sixteen frames where one takes a quarter of a second, or half of one", () => {
    for (const deltaMs of [250, 500]) {
      const governor = new QualityGovernor(1);
      run(governor, () => deltaMs, 16);
      expect(governor.quality).toMatchObject({ detail: 0.3, hasGlow: false });
    }
  });

  it("takes a long pause for a pause", () => {
    const governor = new QualityGovernor(1);
    expect(run(governor, () => 5000, 500)).toEqual([]);
  });
});

it("a seed gives the same numbers, another seed others, spread over 0 to 1", () => {
  const numbers = (seed: number) => Array.from({ length: 1000 }, seededRandom(seed));
  expect(numbers(7)).toEqual(numbers(7));
  expect(numbers(7)).not.toEqual(numbers(8));
  expect(numbers(-3).reduce((sum, one) => sum + one) / 1000).toBeCloseTo(0.5, 1);
  expect(Math.max(...numbers(1))).toBeLessThan(1);
});
