import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuse } from "./fuse";
import { collapse, spread } from "./variety";
import { similarityDivider, weakFrom } from "./weak";

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: 40 });
const weight = fc.double({ min: 0.01, max: 100, noNaN: true });
const leg = (name: "words" | "sound") => fc.record({ name: fc.constant(name), weight, ids });
const legs = fc.tuple(leg("words"), leg("sound"));

describe("fusion", () => {
  it("gives 1 to what is first in every leg, and less to all others", () => {
    const [first, ...others] = fuse([
      { name: "words", weight: 1, ids: ["a", "b"] },
      { name: "sound", weight: 3, ids: ["a", "c"] },
    ]);
    expect(first).toEqual({ id: "a", score: 1, ranks: { words: 1, sound: 1 } });
    expect(others.map(({ id }) => id)).toEqual(["c", "b"]);
  });

  it("finds each hit of any leg once, sorted by a score of 0–1", () => {
    fc.assert(
      fc.property(legs, (both) => {
        const fused = fuse(both);
        expect(new Set(fused.map(({ id }) => id))).toEqual(new Set(both.flatMap((one) => one.ids)));
        expect(new Set(fused.map(({ id }) => id)).size).toBe(fused.length);
        for (const [index, { score }] of fused.entries()) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(fused[index - 1]?.score ?? 1);
        }
      }),
    );
  });

  it("keeps a single leg's order, and only the ratio of the weights matters", () => {
    fc.assert(
      fc.property(legs, ([words, sound]) => {
        expect(fuse([words, { ...sound, weight: 0 }]).map(({ id }) => id)).toEqual(words.ids);
        const twice = [words, sound].map((one) => ({ ...one, weight: one.weight * 2 }));
        expect(fuse(twice).map(({ id, ranks }) => ({ id, ranks }))).toEqual(
          fuse([words, sound]).map(({ id, ranks }) => ({ id, ranks })),
        );
      }),
    );
  });

  it("scores a hit the same whatever is found below it", () => {
    fc.assert(
      fc.property(legs, ids, ([words, sound], more) => {
        const before = fuse([words, sound]);
        const longer = [...words.ids, ...more.map((id) => `new ${id}`)];
        const after = new Map(fuse([{ ...words, ids: longer }, sound]).map((hit) => [hit.id, hit.score]));
        for (const { id, score } of before) expect(after.get(id)).toBeCloseTo(score, 12);
      }),
    );
  });

  it("never lets a hit fall that moves up in a leg", () => {
    fc.assert(
      fc.property(legs, fc.nat(), ([words, sound], at) => {
        fc.pre(words.ids.length > 1);
        const index = 1 + (at % (words.ids.length - 1));
        const moved = [...words.ids];
        [moved[index - 1], moved[index]] = [moved[index] as string, moved[index - 1] as string];
        const scoreOf = (list: string[]) =>
          fuse([{ ...words, ids: list }, sound]).find(({ id }) => id === words.ids[index])?.score ?? 0;
        expect(scoreOf(moved)).toBeGreaterThan(scoreOf(words.ids));
      }),
    );
  });
});

describe("the divider", () => {
  it("lies in the gap between what is alike and the rest", () => {
    const divider = similarityDivider([0.82, 0.8, 0.79, 0.45, 0.43, 0.42, 0.4, 0.4]);
    expect(divider).toBeGreaterThan(0.45);
    expect(divider).toBeLessThan(0.79);
  });

  it("is the usual one where similarities fall evenly", () => {
    const even = Array.from({ length: 50 }, (_, i) => 0.9 - i * 0.012);
    expect(similarityDivider(even)).toBe(0.55);
  });

  it("calls nothing weak that is nearly the same, and nothing strong that is far away", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (similarities) => {
        const divider = similarityDivider(similarities);
        expect(divider).toBeGreaterThanOrEqual(0.35);
        expect(divider).toBeLessThanOrEqual(0.85);
      }),
    );
  });

  it("comes after the last strong hit where no weak one is before it", () => {
    expect(weakFrom([true, true, false, false])).toBe(2);
    expect(weakFrom([true, true])).toBe(2);
    expect(weakFrom([false, false])).toBe(0);
    expect(weakFrom([])).toBe(0);
    // One stray hit of either kind does not move it.
    expect(weakFrom([true, false, true, true, false, false, true, false])).toBe(4);
  });
});

describe("variety", () => {
  const hits = fc.array(
    fc.record({ id: fc.uuid(), folder: fc.constantFrom("a", "b", "c"), group: fc.option(fc.constantFrom("x", "y")) }),
  );

  it("leaves at most so many of a folder, the best ones, and counts the others", () => {
    fc.assert(
      fc.property(hits, fc.integer({ min: 1, max: 5 }), (list, most) => {
        const { kept, leftOut } = spread(list, ({ folder }) => folder, most);
        for (const folder of ["a", "b", "c"]) {
          const all = list.filter((hit) => hit.folder === folder);
          expect(kept.filter((hit) => hit.folder === folder)).toEqual(all.slice(0, most));
        }
        expect(kept.length + leftOut).toBe(list.length);
      }),
    );
  });

  it("makes one hit of the copies of a recording, and loses none of them", () => {
    fc.assert(
      fc.property(hits, (list) => {
        const collapsed = collapse(list, ({ group }) => group);
        const groups = collapsed.map(({ hit }) => hit.group).filter((group) => group !== null);
        expect(new Set(groups).size).toBe(groups.length);
        const all = collapsed.flatMap(({ hit, copies }) => [hit, ...copies]);
        expect(new Set(all.map(({ id }) => id))).toEqual(new Set(list.map(({ id }) => id)));
      }),
    );
  });
});
