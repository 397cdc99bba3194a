import { describe, expect, it } from "vitest";
import { parseQuery } from "@/lib/search-query/parse";
import { collection, EVERYTHING, nextWalk, pagePlan, walkedQuestion } from "./plan";

const asked = (text: string) => ({
  words: { clauses: [] },
  expression: null,
  filters: parseQuery(text).filters,
  hidden: new Set<string>(),
});
const condition = (most: number, total: number) => ({
  ...{ of: "words" as const, most, share: most / total, lists: 1 },
});

describe("what an index of an order answers by itself", () => {
  it.each([
    ["type:loop", ["loop"]],
    ["-type:loop", ["one-shot", "track", ""]],
    ["type:loop,track -type:track", ["loop"]],
    ["type:loop type:track", []],
    ["tag:kick", ["loop", "one-shot", "track", ""]],
  ])("%s", (text, kinds) => {
    expect(walkedQuestion(asked(text), "name").kinds).toEqual(kinds);
  });

  it("is a range of the value that the list is sorted by", () => {
    const count = (sort: "-bpm" | "name") => {
      const { ranges, rest } = walkedQuestion(asked("bpm:120-124 -bpm:=121 tag:kick"), sort);
      return [ranges.length, rest.filters.length];
    };
    expect(count("-bpm")).toEqual([1, 2]);
    expect(count("name")).toEqual([0, 3]);
  });
});

describe("a page", () => {
  const planOf = (conditions: ReturnType<typeof condition>[], inOrder = 600_000) =>
    pagePlan(conditions, { limit: 51, total: 600_000, inOrder, all: conditions });

  it("of something rare is collected", () => {
    expect(planOf([condition(800, 600_000)])).toMatchObject({ first: null, isCollected: true });
  });

  it("of something frequent is walked, and collected where that takes less", () => {
    const { first, furthest, isCollected } = planOf([condition(60_000, 600_000)]);
    expect(first).toBeGreaterThan(510);
    expect(first).toBeLessThan(furthest);
    expect([furthest, isCollected]).toEqual([63_000, true]);
  });

  it("of more than there is to walk is walked to the end", () => {
    expect(planOf([condition(60_000, 600_000)], 1999)).toMatchObject({ first: EVERYTHING, isCollected: false });
    expect(planOf([condition(60_000, 600_000)], 50_000)).toMatchObject({ furthest: 50_000, isCollected: false });
  });

  it("is walked on as densely as matches stood, but not too far", () => {
    const walked = { walked: 5000, limit: 51, furthest: 60_000 };
    expect(nextWalk({ ...walked, found: 50 })).toBe(1000);
    expect(nextWalk({ ...walked, found: 17 })).toBe(20_000);
    expect(nextWalk({ ...walked, found: 1 })).toBe(null);
    expect(nextWalk({ ...walked, found: 0 })).toBe(40_000);
    expect(nextWalk({ ...walked, found: 0, furthest: 45_000 })).toBe(null);
  });

  it("is collected by what is rarest, and by what leaves out more rows than it takes to read", () => {
    const [rare, some, many] = [condition(900, 600_000), condition(5000, 600_000), condition(90_000, 600_000)];
    expect(collection([many, rare, some], 600_000).by).toEqual([rare, some]);
    expect(collection([many, some], 600_000).by).toEqual([some, many]);
    expect(collection([{ ...many, lists: Number.POSITIVE_INFINITY }, rare], 600_000).by).toEqual([rare]);
    expect(collection([rare, { ...many, lists: 30 }], 600_000).by).toEqual([rare]);
    expect(collection([condition(600_000, 600_000)], 600_000).by).toEqual([]);
  });
});
