import { describe, expect, it } from "vitest";
import { generatedSets, generateSet } from "@/tests/factories/playlist-sets";
import { arrange, greedyOrder } from "./arrange";
import { costsOf, keyCost, tempoCost, totalCost } from "./cost";
import { CURVE_PRESETS, energyAt } from "./curve";
import { explain } from "./explain";

const NO_PINS = { first: null, last: null };
const rise = CURVE_PRESETS.rise.points;

describe("an arranged order", () => {
  it("costs less than a greedy one in every set, and a tenth less over all", () => {
    let [greedy, arranged] = [0, 0];
    for (const { tracks, curve } of generatedSets([12, 60], 3)) {
      const costs = costsOf(tracks, curve);
      const [one, other] = [totalCost(costs, greedyOrder(costs, NO_PINS)), totalCost(costs, arrange(costs))];
      expect(other).toBeLessThanOrEqual(one);
      greedy += one;
      arranged += other;
    }
    expect(arranged).toBeLessThan(0.9 * greedy);
  });

  it("has every track once, and is the same each time", () => {
    const costs = costsOf(generateSet("patchy", 40, 3), rise);
    const order = arrange(costs);
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index));
    expect(arrange(costs)).toEqual(order);
  });

  it("is the best of all orders where all can be tried", () => {
    const costs = costsOf(generateSet("wide", 7, 5), rise);
    const orders = (left: number[]): number[][] =>
      left.length === 0 ? [[]] : left.flatMap((one) => orders(left.filter((x) => x !== one)).map((o) => [one, ...o]));
    const best = Math.min(...orders([0, 1, 2, 3, 4, 5, 6]).map((order) => totalCost(costs, order)));
    expect(totalCost(costs, arrange(costs))).toBeCloseTo(best, 9);
  });

  it("keeps the pinned ends", () => {
    const costs = costsOf(generateSet("wide", 30, 2), rise);
    const order = arrange(costs, { first: 17, last: 4 });
    expect([order[0], order.at(-1)]).toEqual([17, 4]);
  });

  it("is there for none, one and two", () => {
    const tracks = generateSet("wide", 2, 1);
    expect(arrange(costsOf([], rise))).toEqual([]);
    expect(arrange(costsOf(tracks.slice(0, 1), rise))).toEqual([0]);
    expect(arrange(costsOf(tracks, rise)).toSorted()).toEqual([0, 1]);
    expect(arrange(costsOf(tracks, rise), { first: 1, last: 0 })).toEqual([1, 0]);
    expect(explain(tracks, [], rise)).toEqual([]);
  });
});

describe("the cost", () => {
  const key = (text: string) => ({ hour: Number.parseInt(text, 10), isMinor: text.endsWith("A") });

  it("is small for neighbours on the wheel, over its seam too, and the same both ways", () => {
    expect(keyCost(key("8A"), key("8A"))).toBe(0);
    expect(keyCost(key("8A"), key("9A"))).toBe(keyCost(key("12B"), key("1B")));
    expect(keyCost(key("8A"), key("8B"))).toBe(0.1);
    expect(keyCost(key("8A"), key("9B"))).toBeLessThan(keyCost(key("8A"), key("10A")));
    expect(keyCost(key("8A"), key("2A"))).toBe(1);
    expect(keyCost(key("3B"), key("7A"))).toBe(keyCost(key("7A"), key("3B")));
  });

  it("takes half and double time for near", () => {
    expect(tempoCost(120, 120)).toBe(0);
    expect(tempoCost(70, 140)).toBeCloseTo(0.2, 9);
    expect(tempoCost(140, 70)).toBeCloseTo(0.2, 9);
    expect(tempoCost(120, 126)).toBeLessThan(tempoCost(120, 132));
    expect(tempoCost(120, 160)).toBe(1);
  });

  it("is neutral for what is not known", () => {
    expect([keyCost(null, key("8A")), tempoCost(null, 120), tempoCost(0, 120)]).toEqual([0.5, 0.5, 0.5]);
  });
});

describe("a curve", () => {
  it("runs on straight lines and stays level outside its points", () => {
    const points = [
      { at: 0.5, energy: 1 },
      { at: 0.25, energy: 0 },
    ];
    expect([0, 0.25, 0.375, 0.5, 1].map((at) => energyAt(points, at))).toEqual([0, 0, 0.5, 1, 1]);
    expect(energyAt([], 0.3)).toBe(0.5);
  });
});

describe("an explanation", () => {
  it("says what each step does", () => {
    const tracks = [
      { id: "a", key: { hour: 8, isMinor: true }, bpm: 120, energy: 0.1 },
      { id: "b", key: { hour: 9, isMinor: true }, bpm: 122, energy: 0.9 },
      { id: "c", key: null, bpm: null, energy: null },
    ];
    expect(explain(tracks, [0, 1, 2], rise).map(({ text }) => text)).toEqual([
      "Opens with 8A, 120.0 BPM; energy 0\u00a0%",
      "8A → 9A, a neighbour; +2.0 BPM; energy up; 100\u00a0% where the curve asks for 53\u00a0%",
      "key not known, counted as a half fit; tempo not known, counted as a half fit; energy not known",
    ]);
  });
});
