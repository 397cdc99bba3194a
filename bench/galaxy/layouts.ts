import { generateLibrary, libraryOwners } from "@/bench/data/library";
import { quantile } from "@/bench/search/quantile";
import { type Layout, layOut } from "@/lib/galaxy/layout/lay-out";
import { placeAmong } from "@/lib/galaxy/layout/place-among";
import { squaredDistance, type Vectors } from "@/lib/galaxy/layout/vectors";
import { ASPECTS } from "@/lib/similarity/schema";
import { type Kept, neighboursKept, someOf } from "./trustworthiness";

/** Neighbours that are compared, and points for which that is done. */
const K = 15;
const POINTS = 500;
/** Of one owner's library. */
const SHARE = 0.6;
const DIMENSIONS = 96;

export interface LayoutFigures {
  points: number;
  seconds: number;
  fresh: Kept;
  /** The same library when a tenth has been added. */
  again: Kept;
  againSeconds: number;
  /** How far points that had a place before moved, in widths of the cube: on average, and 95 of 100 no further. */
  movedMean: number;
  moved95: number;
  /** Points that were placed among others, without a layout. */
  placed: Kept;
  placedMs: number;
}

/** The sounds of one person, in the order in which they were added. */
function soundsOf(count: number, seed: number): Vectors {
  const options = { rows: Math.max(1000, Math.ceil((count / SHARE) * 1.02)), seed, spread: "alike" as const };
  const [owner] = libraryOwners(options);
  const values = new Float32Array(count * DIMENSIONS);
  let made = 0;
  for (const { ownerId, record } of generateLibrary(options)) {
    if (ownerId !== owner?.id || !record?.embedding) continue;
    let at = made * DIMENSIONS;
    for (const aspect of ASPECTS) {
      values.set(record.embedding[aspect], at);
      at += record.embedding[aspect].length;
    }
    made += 1;
    if (made === count) return { count, dimensions: DIMENSIONS, values };
  }
  throw new Error("too few sounds were generated");
}

const first = ({ dimensions, values }: Vectors, count: number): Vectors => ({
  count,
  dimensions,
  values: values.subarray(0, count * dimensions),
});

function timed<T>(work: () => T): [T, seconds: number] {
  const startedAt = performance.now();
  return [work(), (performance.now() - startedAt) / 1000];
}

export function measureLayouts(count: number, seed: number): LayoutFigures {
  const vectors = soundsOf(count, seed);
  const [fresh, seconds] = timed(() => layOut(vectors));
  const points = someOf(count, POINTS);
  const oldCount = Math.round(count / 1.1);
  const old = layOut(first(vectors, oldCount));
  const kept = new Float32Array(count * 3).fill(Number.NaN);
  kept.set(old.places);
  const [again, againSeconds] = timed(() => layOut(vectors, { places: kept, scale: old.scale }));
  const moves = Array.from({ length: oldCount }, (_, point) => widthsMoved(old.places, again.places, point));
  const [places, placedSeconds] = timed(() => placeRest(vectors, oldCount, old, points));
  return {
    points: count,
    seconds,
    fresh: neighboursKept(vectors, fresh.places, K, points),
    again: neighboursKept(vectors, again.places, K, points),
    againSeconds,
    movedMean: moves.reduce((sum, move) => sum + move, 0) / moves.length,
    moved95: quantile(moves, 0.95),
    placed: neighboursKept(...places),
    placedMs: (placedSeconds * 1000) / places[3].length,
  };
}

function widthsMoved(before: Float32Array, after: Float32Array, point: number): number {
  const [x = 0, y = 0, z = 0] = [0, 1, 2].map(
    (axis) => (after[point * 3 + axis] ?? 0) - (before[point * 3 + axis] ?? 0),
  );
  return Math.hypot(x, y, z) / 2;
}

/** Some of those that are not laid out, each placed among its exact neighbours: a library of the old and these. */
function placeRest(
  vectors: Vectors,
  oldCount: number,
  old: Layout,
  wanted: readonly number[],
): [Vectors, Float32Array, number, number[]] {
  const { dimensions, values, count } = vectors;
  const added = someOf(count - oldCount, Math.min(200, wanted.length)).map((i) => oldCount + i);
  const all = new Float32Array((oldCount + added.length) * dimensions);
  const places = new Float32Array((oldCount + added.length) * 3);
  all.set(values.subarray(0, oldCount * dimensions));
  places.set(old.places);
  for (const [i, point] of added.entries()) {
    all.set(values.subarray(point * dimensions, (point + 1) * dimensions), (oldCount + i) * dimensions);
    const distances = Float32Array.from({ length: oldCount }, (_, other) => squaredDistance(vectors, point, other));
    const limit = distances.toSorted()[K - 1] as number;
    const near = [...distances.keys()].filter((other) => (distances[other] as number) <= limit).slice(0, K);
    const place = placeAmong({
      places: Float32Array.from(near.flatMap((other) => [...old.places.subarray(other * 3, other * 3 + 3)])),
      distances: near.map((other) => Math.sqrt(distances[other] as number)),
      scale: old.scale,
      seed: point,
    });
    places.set(place, (oldCount + i) * 3);
  }
  const both = { count: oldCount + added.length, dimensions, values: all };
  return [both, places, K, added.map((_, i) => oldCount + i)];
}
