import { describe, expect, it } from "vitest";
import { CELL_SIDE, densePlaces, REGIONS_MAX } from "./cells";
import { eachOnce, namesOf } from "./names";

const cell = (x: number, y: number, z: number) => x + CELL_SIDE * (y + CELL_SIDE * z);

describe("dense places", () => {
  it("are where most points are, and have no point in common", () => {
    const cells = [
      { cell: cell(2, 2, 2), count: 40 },
      { cell: cell(3, 2, 2), count: 10 },
      { cell: cell(4, 2, 2), count: 12 },
      { cell: cell(9, 9, 9), count: 20 },
      { cell: cell(11, 0, 0), count: 1 },
    ];
    const places = densePlaces(cells);
    // The middle of the three that lie side by side has all of them around it.
    expect(places.map(({ count }) => count)).toEqual([62, 20]);
    expect(places[0]?.cells.sort()).toEqual([cell(2, 2, 2), cell(3, 2, 2), cell(4, 2, 2)].sort());
  });

  it("do not go round the edge of the cube, and are not too many", () => {
    const edge = densePlaces([
      { cell: cell(11, 0, 0), count: 9 },
      { cell: cell(0, 1, 0), count: 9 },
    ]);
    expect(edge).toHaveLength(2);
    const all = Array.from({ length: CELL_SIDE ** 3 }, (_, index) => ({ cell: index, count: 5 }));
    expect(densePlaces(all).length).toBeLessThanOrEqual(REGIONS_MAX);
    expect(densePlaces([])).toEqual([]);
  });
});

describe("the name of a region", () => {
  const counts = (name: string, value: string, inside: number, overall: number) => ({ name, value, inside, overall });

  it("is what is common there and rarer elsewhere", () => {
    const found = [
      counts("type", "one-shot", 98, 600),
      counts("tag", "one-shot", 98, 600),
      counts("tag", "electronic", 90, 850),
      counts("tag", "kick", 80, 90),
      counts("key", "8A", 30, 40),
    ];
    expect(namesOf(found, 100, 1000)).toEqual(["kick", "A minor", "One-shots"]);
  });

  it("says a kind and a key in words", () => {
    expect(namesOf([counts("type", "loop", 90, 200)], 100, 1000)).toEqual(["Loops"]);
    expect(namesOf([counts("key", "8A", 60, 80)], 100, 1000)).toEqual(["A minor"]);
  });

  it("is none where nothing is more common than elsewhere, or the library is of one kind", () => {
    expect(namesOf([counts("tag", "dark", 50, 480)], 100, 1000)).toEqual([]);
    expect(namesOf([counts("type", "loop", 100, 1000)], 100, 1000)).toEqual([]);
    expect(namesOf([counts("tag", "rare", 10, 10)], 100, 1000)).toEqual([]);
    expect(namesOf([], 100, 1000)).toEqual([]);
  });

  it("is given once, to the largest; the next takes what else it has", () => {
    expect(eachOnce([["kick", "Loops"], ["kick", "Loops"], ["kick"], []])).toEqual(["kick", "Loops", null, null]);
  });
});
