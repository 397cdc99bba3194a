import { describe, expect, it } from "vitest";
import { Chance } from "./chance";
import { layOut, type OldLayout } from "./lay-out";
import { nearestNeighbours } from "./nearest";
import { placeAmong } from "./place-among";
import { squaredDistance, type Vectors } from "./vectors";

const DIMENSIONS = 24;

/** Groups of points around random middles; each point belongs to group `index % groups`. */
function grouped(count: number, groups: number, spread = 0.25): Vectors {
  const chance = new Chance(7);
  const middles = Float32Array.from({ length: groups * DIMENSIONS }, () => chance.around());
  const values = Float32Array.from({ length: count * DIMENSIONS }, (_, i) => {
    const group = Math.floor(i / DIMENSIONS) % groups;
    return (middles[group * DIMENSIONS + (i % DIMENSIONS)] as number) + spread * chance.around();
  });
  return { count, dimensions: DIMENSIONS, values };
}

const first = ({ dimensions, values }: Vectors, count: number): Vectors => ({
  count,
  dimensions,
  values: values.slice(0, count * dimensions),
});

const asVectors = (places: Float32Array): Vectors => ({ count: places.length / 3, dimensions: 3, values: places });

/** The share of points whose nearest point in 3D is of their group. */
function sameGroup(places: Float32Array, groups: number): number {
  const { ids, size } = nearestNeighbours(asVectors(places), 1, 1);
  let same = 0;
  for (let i = 0; i < ids.length; i += size) if ((ids[i] as number) % groups === i % groups) same += 1;
  return same / ids.length;
}

function isInCube(places: Float32Array): boolean {
  return places.every((value) => value >= -1 && value <= 1);
}

describe("a layout in 3D", () => {
  it("puts what is alike together, within −1 … 1, and is the same each time", () => {
    const vectors = grouped(400, 8);
    const { places } = layOut(vectors);
    expect(sameGroup(places, 8)).toBeGreaterThan(0.98);
    expect(isInCube(places)).toBe(true);
    expect(layOut(vectors).places).toEqual(places);
  });

  it("is true for none, one, two and a few points", () => {
    expect(layOut(grouped(0, 1)).places).toEqual(new Float32Array(0));
    expect([...layOut(grouped(1, 1)).places].map(Math.abs)).toEqual([0, 0, 0]);
    for (const count of [2, 3, 4, 5, 17]) {
      const { places } = layOut(grouped(count, count));
      expect(places).toHaveLength(count * 3);
      expect(isInCube(places)).toBe(true);
      expect(Math.max(...places.map(Math.abs))).toBeGreaterThan(0.3);
    }
  });

  it("keeps sounds that are all the same apart, so that each can be pointed at", () => {
    const values = new Float32Array(30 * DIMENSIONS).fill(0.2);
    const { places } = layOut({ count: 30, dimensions: DIMENSIONS, values });
    expect(isInCube(places)).toBe(true);
    const table = nearestNeighbours(asVectors(places), 1, 1);
    expect(Math.min(...table.squared)).toBeGreaterThan(0);
  });

  it("keeps old places when a tenth is new, and puts the new ones to their like", () => {
    const vectors = grouped(550, 8);
    const old = layOut(first(vectors, 500));
    const kept = new Float32Array(550 * 3).fill(Number.NaN);
    kept.set(old.places);
    const { places } = layOut(vectors, { places: kept, scale: old.scale });
    const moved = old.places.map((value, i) => value - (places[i] as number));
    expect(Math.sqrt((3 * moved.reduce((sum, value) => sum + value * value, 0)) / moved.length)).toBeLessThan(0.15);
    expect(sameGroup(places, 8)).toBeGreaterThan(0.98);
    expect(isInCube(places)).toBe(true);
  });

  it("turns a layout that was made from nothing towards the old one", () => {
    const vectors = grouped(300, 6);
    const old = layOut(vectors);
    // Too few to begin with, but enough to turn by.
    const kept = new Float32Array(900).fill(Number.NaN);
    kept.set(old.places.slice(0, 300).map((value, i) => (i % 3 === 0 ? -value : value)));
    const { places } = layOut(vectors, { places: kept, scale: old.scale } satisfies OldLayout);
    const away = kept.slice(0, 300).map((value, i) => Math.abs(value - (places[i] as number)));
    expect(Math.max(...away)).toBeLessThan(0.25);
  });
});

describe("nearest neighbours of many points", () => {
  it("are nearly all found", () => {
    const vectors = grouped(3500, 30, 0.8);
    const { ids } = nearestNeighbours(vectors, 10, 1);
    let found = 0;
    for (let point = 0; point < 3500; point += 100) {
      const distances = Float64Array.from({ length: 3500 }, (_, other) => squaredDistance(vectors, point, other));
      const tenth = distances.toSorted()[10] as number;
      for (const other of ids.slice(point * 10, point * 10 + 10)) if ((distances[other] as number) <= tenth) found += 1;
    }
    expect(found / 350).toBeGreaterThan(0.95);
  });
});

describe("a new point", () => {
  const around = (x: number, count: number) => Array.from({ length: count }, (_, i) => [x, i * 0.01, 0]).flat();

  it("joins most of its neighbours instead of the void between two groups", () => {
    const places = Float32Array.from([...around(-0.5, 9), ...around(0.5, 6)]);
    const distances = Array.from({ length: 15 }, () => 0.4);
    const [x, y, z] = placeAmong({ places, distances, scale: 0.05, seed: 3 });
    expect(x).toBeLessThan(-0.45);
    expect(Math.abs(y) + Math.abs(z)).toBeLessThan(0.15);
  });

  it("lies beside the copy of its sound, not in the same place, and never outside", () => {
    const places = Float32Array.from([1, 0, 0, -0.5, 0, 0, 0, -0.5, 0]);
    const placed = placeAmong({ places, distances: [0, 1, 1.1], scale: 0.05, seed: 4 });
    const away = Math.hypot(placed[0] - 1, placed[1], placed[2]);
    expect(away).toBeGreaterThan(0);
    expect(away).toBeLessThan(0.15);
    expect(Math.hypot(...placed)).toBeLessThanOrEqual(1);
    expect(placeAmong({ places, distances: [0, 1, 1.1], scale: 0.05, seed: 4 })).toEqual(placed);
  });
});
