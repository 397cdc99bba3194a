import { describe, expect, it } from "vitest";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import { drawBpm, drawFromQuantiles, drawKey, Shares, ZipfRanks } from "./distributions";

const random = () => new SeededRandom(3);
const many = <T>(draw: () => T) => Array.from({ length: 20_000 }, draw);
const shareOf = (values: readonly unknown[], wanted: unknown) =>
  values.filter((value) => value === wanted).length / values.length;

describe("draws", () => {
  it("come as often as their shares say", () => {
    const [chance, shares] = [random(), new Shares([1, 3, 0, 4])];
    const drawn = many(() => shares.draw(chance));
    expect([0, 1, 2, 3].map((position) => shareOf(drawn, position))).toEqual([
      expect.closeTo(1 / 8, 1),
      expect.closeTo(3 / 8, 1),
      0,
      expect.closeTo(1 / 2, 1),
    ]);
  });

  it("by rank become rarer from rank to rank", () => {
    const [chance, ranks] = [random(), new ZipfRanks(50)];
    const drawn = many(() => ranks.draw(chance));
    expect(shareOf(drawn, 0)).toBeGreaterThan(1.8 * shareOf(drawn, 1));
    expect(shareOf(drawn, 49)).toBeGreaterThan(0);
  });

  it("of tempo have the median of the songs that were counted", () => {
    const chance = random();
    const drawn = many(() => drawBpm(chance, "pop")).sort((a, b) => a - b);
    expect(drawn[10_000]).toBeGreaterThan(84);
    expect(drawn[10_000]).toBeLessThan(96);
  });

  it("of keys are major as often as songs are", () => {
    const chance = random();
    const modes = many(() => drawKey(chance, "pop").mode);
    expect(shareOf(modes, "major")).toBeCloseTo(0.561, 1);
  });

  it("stay within their quantiles", () => {
    const chance = random();
    const drawn = many(() => drawFromQuantiles(chance, [1, 2, 4, 8, 16])).sort((a, b) => a - b);
    expect(drawn[0]).toBeGreaterThanOrEqual(1);
    expect(drawn.at(-1)).toBeLessThanOrEqual(16);
    expect(drawn[10_000]).toBeCloseTo(4, 0);
  });
});
