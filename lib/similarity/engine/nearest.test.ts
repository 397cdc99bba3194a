import { readFileSync } from "node:fs";
import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import wabt from "wabt";
import type { Facets } from "./columns";
import { nearest } from "./nearest";
import { RowStore } from "./row-store";
import { scanBytes } from "./scan-module";
import { ASPECT_SIZES, ASPECT_STARTS, ASPECTS, DIMENSIONS, EQUAL_WEIGHTS, vectorOf } from "./vectors";

const PLAIN: Facets = { bpm: null, key: null, seconds: 1, lufs: null, kind: 0, flags: 0, added: 0, labels: [] };

function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}

function randomVector(next: () => number): Float32Array {
  const values = (size: number) => Array.from({ length: size }, next);
  const vector = vectorOf({ timbre: values(40), rhythm: values(32), harmony: values(24) });
  if (!vector) throw new Error("no vector");
  return vector;
}

function similarity(a: Float32Array, b: Float32Array, weights: Record<string, number>): number {
  let sum = 0;
  let total = 0;
  for (const aspect of ASPECTS) {
    const weight = weights[aspect] ?? 0;
    total += weight;
    const start = ASPECT_STARTS[aspect];
    for (let at = start; at < start + ASPECT_SIZES[aspect]; at++) sum += weight * (a[at] ?? 0) * (b[at] ?? 0);
  }
  return sum / total;
}

describe("an index of vectors", () => {
  it("runs the code that is written in scan.wat", async () => {
    const text = readFileSync(new URL("./scan.wat", import.meta.url), "utf8");
    const compiled = (await wabt()).parseWat("scan.wat", text, { simd: true }).toBinary({});
    expect(scanBytes()).toEqual(new Uint8Array(compiled.buffer));
  });

  it("finds exactly the nearest, under any weighting, among rows of every owner or of one", () => {
    const next = numbers(7);
    const store = new RowStore();
    const rows = Array.from({ length: 3000 }, (_, at) => {
      const ownerId = at % 3 === 0 ? "many" : `owner ${at % 40}`;
      return { id: uuidv7(), ownerId, vector: randomVector(next), facets: { ...PLAIN, bpm: 60 + (at % 100) } };
    });
    for (const row of rows) store.set(row);
    for (const weights of [
      EQUAL_WEIGHTS,
      { timbre: 1, rhythm: 0, harmony: 0 },
      { timbre: 0.2, rhythm: 3, harmony: 1 },
    ]) {
      for (const ownerId of [null, "many", "owner 7"]) {
        const vector = randomVector(next);
        const expected = rows
          .filter((row) => ownerId === null || row.ownerId === ownerId)
          .map((row) => ({ id: row.id, similarity: similarity(vector, row.vector, weights) }))
          .sort((a, b) => b.similarity - a.similarity)
          .slice(0, 10);
        const hits = nearest(store, { vector, weights, ownerId, limit: 10 });
        expect(hits.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        expect(hits[0]?.similarity).toBeCloseTo(expected[0]?.similarity ?? 0, 3);
      }
    }
  });

  it("returns as many rows as exist behind a filter, however selective", () => {
    const next = numbers(3);
    const store = new RowStore();
    for (let at = 0; at < 2000; at++) {
      const facets = { ...PLAIN, bpm: at % 400 === 0 ? 174 : 120, key: at % 24, labels: [at % 5, 7], flags: at % 2 };
      store.set({ id: uuidv7(), ownerId: "one", vector: randomVector(next), facets });
    }
    const count = (filter: object) =>
      nearest(store, { vector: randomVector(next), weights: EQUAL_WEIGHTS, ownerId: "one", limit: 500, filter }).length;
    expect(count({ bpm: [{ min: 173, max: 175 }] })).toBe(5);
    expect(count({ lufs: [{ min: null, max: 0 }] })).toBe(0);
    expect(count({ labels: [[4], [7]], keys: [4] })).toBe(
      Array.from({ length: 2000 }, (_, at) => at).filter((at) => at % 5 === 4 && at % 24 === 4).length,
    );
    expect(count({ withoutLabels: [7] })).toBe(0);
    expect(count({ flagsSet: 1, flagsUnset: 1 })).toBe(0);
  });

  it("holds what was set last, through any order of sets, moves to other owners and deletions", () => {
    const next = numbers(11);
    const ids = Array.from({ length: 60 }, () => uuidv7());
    const vectors = Array.from({ length: 8 }, () => randomVector(next));
    const step = fc.record({
      id: fc.integer({ min: 0, max: 59 }),
      owner: fc.constantFrom("a", "b", "c"),
      vector: fc.integer({ min: 0, max: 7 }),
      isDeleted: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const store = new RowStore();
        const model = new Map<string, { owner: string; vector: number }>();
        for (const { id, owner, vector, isDeleted } of steps) {
          const key = ids[id] ?? "";
          if (isDeleted) {
            store.delete(key);
            model.delete(key);
            continue;
          }
          const facets = { ...PLAIN, labels: [vector] };
          store.set({ id: key, ownerId: owner, vector: vectors[vector] ?? new Float32Array(DIMENSIONS), facets });
          model.set(key, { owner, vector });
        }
        expect(store.rows).toBe(model.size);
        for (const ownerId of ["a", "b", "c"]) {
          for (let vector = 0; vector < 8; vector += 3) {
            const query = {
              vector: vectors[vector] ?? new Float32Array(0),
              weights: EQUAL_WEIGHTS,
              ownerId,
              limit: 100,
            };
            const hits = nearest(store, { ...query, leastSimilarity: 0.999 });
            const labelled = nearest(store, { ...query, filter: { labels: [[vector]] } });
            const expected = [...model].filter(([, row]) => row.owner === ownerId && row.vector === vector);
            expect(new Set(hits.map(({ id }) => id))).toEqual(new Set(expected.map(([id]) => id)));
            expect(labelled).toHaveLength(expected.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("takes no vector of another size, without length, or with a number that is none", () => {
    const right = { timbre: Array(40).fill(1), rhythm: Array(32).fill(1), harmony: Array(24).fill(1) };
    expect(vectorOf(right)).not.toBeNull();
    expect(vectorOf({ ...right, timbre: Array(39).fill(1) })).toBeNull();
    expect(vectorOf({ ...right, rhythm: Array(32).fill(0) })).toBeNull();
    expect(vectorOf({ ...right, harmony: Array(24).fill(Number.NaN) })).toBeNull();
    expect(vectorOf({ ...right, harmony: [Number.POSITIVE_INFINITY, ...Array(23).fill(0)] })).toBeNull();
  });
});
