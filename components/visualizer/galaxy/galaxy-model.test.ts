import { describe, expect, it } from "vitest";
import type { GalaxyPoints } from "@/lib/galaxy/schema";
import { FADES, MARKS, type Sky } from "./engine/sky";
import type { Stage } from "./engine/stage";
import { GalaxyModel } from "./galaxy-model";

/** Points whose ids end in these numbers, each at x = number / 10. */
function pointsOf(numbers: readonly number[], kinds = numbers.map(() => 1)): GalaxyPoints {
  const count = numbers.length;
  const ids = new Uint8Array(count * 16);
  const positions = new Float32Array(count * 3);
  numbers.forEach((number, at) => {
    ids[at * 16 + 15] = number;
    positions[at * 3] = number / 10;
  });
  return {
    ...{ count, layout: 1, ids, positions },
    bpmTenths: new Uint16Array(count),
    keys: new Uint8Array(count).fill(255),
    kinds: Uint8Array.from(kinds),
    tags: new Uint8Array(count).fill(255),
  };
}
const id = (number: number) => `00000000-0000-0000-0000-${number.toString(16).padStart(12, "0")}`;

function opened(points: GalaxyPoints) {
  const model = new GalaxyModel();
  let sky: Sky | null = null;
  const stage = {
    show: (shown: Sky) => {
      sky = shown;
    },
    refresh: () => {},
  };
  model.stage = stage as unknown as Stage;
  model.arrived(points);
  const drawn = (): Sky => {
    if (!sky) throw new Error("nothing is drawn");
    return sky;
  };
  return { model, drawn };
}

describe("the galaxy", () => {
  it("fades what a search does not find and what the legend leaves out, and says what is meant", () => {
    const { model, drawn } = opened(pointsOf([1, 2, 3], [1, 2, 2]));
    model.find([0, 1]);
    expect([...drawn().fades]).toEqual([FADES.full, FADES.full, FADES.faded]);
    model.isolate(1);
    expect([...drawn().fades]).toEqual([FADES.faded, FADES.full, FADES.faded]);
    expect(model.isMeant(0)).toBe(false);
    model.isolate(null);
    model.find(null);
    expect([...drawn().fades]).toEqual([FADES.full, FADES.full, FADES.full]);
  });

  it("draws a deleted sample no more and forgets it everywhere", () => {
    const { model, drawn } = opened(pointsOf([1, 2, 3]));
    model.moveTo(1);
    model.pickAll([0, 1]);
    model.remove(id(2));
    expect(drawn().fades[1]).toBe(FADES.gone);
    expect(model.state()).toMatchObject({ cursor: -1, picked: [0] });
    expect(model.present).toBe(2);
    model.remove(id(99));
    expect(model.present).toBe(2);
  });

  it("keeps cursor and picks with their samples when the points are read again, which move to their new places", () => {
    const { model, drawn } = opened(pointsOf([1, 2, 3]));
    model.moveTo(2);
    model.pickAll([0, 2]);
    const next = pointsOf([3, 4, 1]);
    next.positions[0] = -0.5;
    model.arrived(next);
    expect(model.state()).toMatchObject({ cursor: 0, picked: [2, 0] });
    expect(drawn().marks[0]).toBe(MARKS.cursor);
    expect(drawn().now()[0]).toBeCloseTo(0.3, 5);
    // A new one does not come from elsewhere.
    expect(drawn().now()[3]).toBeCloseTo(0.4, 5);
    while (drawn().update(0.2, false));
    expect(drawn().now()[0]).toBeCloseTo(-0.5, 5);
  });

  it("does not move what stays where it is", () => {
    const { model, drawn } = opened(pointsOf([1, 2]));
    model.arrived(pointsOf([1, 2]));
    expect(drawn().share).toBe(1);
  });

  it("shows the path between two picked samples until others are picked", () => {
    const { model, drawn } = opened(pointsOf([1, 2, 3]));
    model.pickAll([0, 2]);
    model.showPath([0, 1, 2]);
    expect([...drawn().marks]).toEqual([MARKS.picked, MARKS.path, MARKS.picked]);
    model.pick(0);
    expect(model.state()).toMatchObject({ picked: [2], path: [] });
  });

  it("knows the samples by their ids", () => {
    const { model } = opened(pointsOf([1, 255]));
    expect(model.idOf(1)).toBe(id(255));
    expect(model.indexOf(id(1))).toBe(0);
    expect(model.indexOf(id(7))).toBe(-1);
  });
});
