import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromStoredVector, toStoredVector } from "@/lib/search-documents/stored-vector";
import type { Filter } from "@/lib/search-query/filter";
import { EVEN_WEIGHTS, type SoundQuestion } from "@/lib/similarity/schema";
import { NearestScan } from "./nearest";
import { type IndexedRow, InvalidRow, RowStore } from "./row-store";

const OWNERS = ["many", "some", "few"];
const KEYS = ["8A", "8B", "9A"];
const idOf = (number: number) => `0199aaaa-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
const span = { start: 0, end: 0 };
const withKey = (anyOf: string[], isNegated = false): Filter => ({
  kind: "facet",
  facet: "key",
  anyOf,
  isNegated,
  text: "",
  span,
});
const withTag = (...anyOf: string[]): Filter => ({
  ...{ kind: "facet", facet: "tag", anyOf, isNegated: false, text: "", span },
});
const withBpm = (min: number, max: number, isNegated = false): Filter => ({
  ...{ kind: "range", number: "bpm", anyOf: [{ min, max }], isNegated, text: "", span },
});

/** Numbers that look random and are the same every time. */
function direction(dimensions: number, seed: number): number[] {
  return Array.from(
    { length: dimensions },
    (_, i) => Math.sin((seed + 1) * (i + 1) * 12.9898) * Math.cos(seed * 78.233 + i),
  );
}
const vectorOf = (seed: number) =>
  toStoredVector({
    timbre: direction(40, seed),
    rhythm: direction(32, seed + 0.3),
    harmony: direction(24, seed + 0.7),
  });

function rowOf(number: number, seed = number): IndexedRow {
  const ownerId = OWNERS[number % 16 === 0 ? 2 : number % 4 === 0 ? 1 : 0] as string;
  const facets = [`key:${KEYS[seed % 3]}`, `tag:t${seed % 50}`].slice(0, seed % 3);
  const bpm = seed % 5 === 0 ? null : 60 + (seed % 100);
  return {
    sampleId: idOf(number),
    ownerId,
    vector: vectorOf(seed),
    facets,
    bpm,
    seconds: 1,
    lufs: null,
    addedAt: 0,
    revision: number + seed,
  };
}

const question = (asked: Partial<SoundQuestion> = {}): SoundQuestion => ({
  vector: fromStoredVector(vectorOf(0.5)),
  ...{ weights: EVEN_WEIGHTS, filters: [], limit: 10, minSimilarity: 0, except: [] },
  ...asked,
});

function answer(store: RowStore, ownerId: string, asked: SoundQuestion, rowsAtOnce = 100) {
  const scan = new NearestScan(store, ownerId, asked, new Set());
  while (!scan.step(rowsAtOnce));
  return scan.hits();
}

/** The definition: every row, in plain arithmetic. */
function expected(rows: Iterable<IndexedRow>, ownerId: string, asked: SoundQuestion) {
  const { timbre, rhythm, harmony } = asked.weights;
  const total = timbre + rhythm + harmony;
  const lengths = [Math.hypot(...asked.vector.subarray(0, 40)), Math.hypot(...asked.vector.subarray(40, 72))];
  lengths.push(Math.hypot(...asked.vector.subarray(72)));
  const shares = [timbre, rhythm, harmony].map((weight, aspect) => weight / total / (lengths[aspect] ?? 1));
  const share = (i: number) => shares[i < 40 ? 0 : i < 72 ? 1 : 2] ?? 0;
  return [...rows]
    .filter(
      (row) =>
        row.ownerId === ownerId &&
        !asked.except.includes(row.sampleId) &&
        asked.filters.every((filter) => passes(row, filter)),
    )
    .map((row) => {
      const product = fromStoredVector(row.vector).reduce(
        (sum, value, i) => sum + value * (asked.vector[i] ?? 0) * share(i),
        0,
      );
      return { sampleId: row.sampleId, similarity: Math.max(0, product) };
    })
    .filter(({ similarity }) => similarity >= asked.minSimilarity)
    .sort((a, b) => b.similarity - a.similarity || (a.sampleId < b.sampleId ? -1 : 1))
    .slice(0, asked.limit);
}

function passes(row: IndexedRow, filter: Filter): boolean {
  if (filter.kind === "facet") {
    return filter.anyOf.some((value) => row.facets.includes(`${filter.facet}:${value}`)) !== filter.isNegated;
  }
  const value = row[filter.number];
  return filter.anyOf.some(({ min, max }) => value !== null && value >= min && value <= max) !== filter.isNegated;
}

function storeOf(rows: Iterable<IndexedRow>): RowStore {
  const store = new RowStore();
  for (const row of rows) store.put(row);
  return store;
}

const QUESTIONS: [string, Partial<SoundQuestion>][] = [
  ["nothing else", {}],
  ["one aspect only", { weights: { timbre: 0, rhythm: 1, harmony: 0 } }],
  ["uneven weights", { weights: { timbre: 0.2, rhythm: 3, harmony: 1 } }],
  ["one of two keys", { filters: [withKey(["8A", "9A"])] }],
  ["no such key", { filters: [withKey(["8A"], true)] }],
  ["a tempo", { filters: [withBpm(100, 101)] }],
  ["a tempo that few have, and a key", { filters: [withKey(["8A", "8B"]), withBpm(100, 103)] }],
  [
    "two rare tempos",
    {
      filters: [
        {
          ...withBpm(60, 62),
          anyOf: [
            { min: 60, max: 62 },
            { min: 120, max: 121 },
          ],
        } as Filter,
      ],
    },
  ],
  ["any tempo but these, or none", { filters: [withBpm(60, 150, true)] }],
  ["a key that nothing has", { filters: [withKey(["1A"])] }],
  ["a tag that few have", { filters: [withTag("t5")] }],
  ["one of two rare tags, and a tempo", { filters: [withBpm(60, 110), withTag("t5", "t8", "t5")], limit: 4 }],
  ["two rare tags that nothing has together", { filters: [withTag("t5"), withTag("t8")] }],
  ["a least similarity", { minSimilarity: 0.3, limit: 100 }],
  ["more hits than there are rows", { limit: 5000 }],
  ["all but some", { except: [idOf(1), idOf(4), idOf(16), idOf(9_999), "no id"] }],
];

describe("the nearest sounds", () => {
  const rows = Array.from({ length: 3000 }, (_, i) => rowOf(i));
  const store = storeOf(rows);

  it.each(QUESTIONS)("are those of a comparison with every row: %s", (_, asked) => {
    for (const ownerId of [...OWNERS, "nobody"]) {
      const wanted = expected(rows, ownerId, question(asked));
      const hits = answer(store, ownerId, question(asked));
      expect(hits.map(({ sampleId }) => sampleId)).toEqual(wanted.map(({ sampleId }) => sampleId));
      for (const [i, { similarity }] of hits.entries()) expect(similarity).toBeCloseTo(wanted[i]?.similarity ?? 9, 6);
    }
  });

  it("come with a cosine for each aspect", () => {
    const [hit] = answer(store, "many", question({ vector: fromStoredVector(vectorOf(77)) }));
    expect(hit?.sampleId).toBe(idOf(77));
    for (const cosine of Object.values(hit?.aspects ?? {})) expect(cosine).toBeCloseTo(1, 3);
  });

  it("that sound the same are in the order of their ids", () => {
    const copies = [5, 1, 13, 2, 9].map((number) => ({ ...rowOf(number, 1), ownerId: "many" }));
    const hits = answer(storeOf(copies), "many", question({ limit: 3 }));
    expect(hits.map(({ sampleId }) => sampleId)).toEqual([1, 2, 5].map(idOf));
  });
});

describe("rows that change", () => {
  const change = fc.record({
    number: fc.nat(400),
    seed: fc.nat(1000),
    kind: fc.constantFrom("put", "put", "remove", "hand over"),
  });

  it("leave the index as if it had been made anew", () => {
    const property = fc.property(fc.array(change, { minLength: 1, maxLength: 600 }), (changes) => {
      const kept = new Map<string, IndexedRow>();
      const store = new RowStore();
      for (const { number, seed, kind } of changes) {
        const row = rowOf(number, seed);
        if (kind === "hand over") row.ownerId = OWNERS[seed % 3] as string;
        if (kind === "remove") expect(store.remove(row.sampleId)).toBe(kept.delete(row.sampleId));
        else {
          store.put(row);
          kept.set(row.sampleId, row);
        }
      }
      expect(store.rows).toBe(kept.size);
      expect(store.revisionSum).toBe([...kept.values()].reduce((sum, { revision }) => sum + revision, 0));
      for (const filters of [[], [withKey(["8B"])], [withTag("t2", "t5")], [withTag("t8")]]) {
        const asked = question({ limit: 500, filters });
        for (const ownerId of OWNERS) {
          const hits = answer(store, ownerId, asked).map(({ sampleId }) => sampleId);
          expect(hits.toSorted()).toEqual(
            expected(kept.values(), ownerId, asked)
              .map(({ sampleId }) => sampleId)
              .toSorted(),
          );
        }
      }
    });
    fc.assert(property, { numRuns: 60 });
  });

  it("during a scan are not missed: the last row takes the place of one that goes", () => {
    const rows = Array.from({ length: 500 }, (_, i) => ({ ...rowOf(i), ownerId: "many" }));
    const store = storeOf(rows);
    const asked = question({ vector: fromStoredVector(vectorOf(499)) });
    const scan = new NearestScan(store, "many", asked, new Set());
    for (let gone = 0; !scan.step(50); gone++) store.remove(idOf(gone));
    expect(scan.hits()[0]?.sampleId).toBe(idOf(499));
  });

  it("again and again are found by a rare tag once each, also during a scan", () => {
    const rows = Array.from({ length: 400 }, (_, i) => ({ ...rowOf(i), ownerId: "many", facets: [`tag:t${i % 40}`] }));
    const store = storeOf(rows);
    const untagged = { ...rowOf(45), ownerId: "many", facets: [] };
    const asked = question({ filters: [withTag("t5")] });
    const scan = new NearestScan(store, "many", asked, new Set());
    scan.step(16);
    for (let round = 0; round < 100; round++) {
      store.put(untagged);
      store.put({ ...untagged, facets: ["tag:t5"] });
    }
    while (!scan.step(16));
    const wanted = expected(rows, "many", asked).map(({ sampleId }) => sampleId);
    expect(wanted).toHaveLength(10);
    expect(scan.hits().map(({ sampleId }) => sampleId)).toEqual(wanted);
    expect(answer(store, "many", asked).map(({ sampleId }) => sampleId)).toEqual(wanted);
  });

  it("that make no sense are refused, and change nothing", () => {
    const store = storeOf([rowOf(1)]);
    expect(() => store.put({ ...rowOf(1), vector: new Uint8Array(191) })).toThrow(InvalidRow);
    expect(() => store.put({ ...rowOf(2), vector: new Uint8Array(192).fill(0x7f) })).toThrow(InvalidRow);
    expect(() => store.put({ ...rowOf(2), sampleId: "2" })).toThrow(InvalidRow);
    expect(answer(store, "many", question())).toHaveLength(1);
  });

  it("give the room of those that went to those that come", () => {
    const store = storeOf(Array.from({ length: 2000 }, (_, i) => rowOf(i)));
    const { bytes } = store;
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 2000; i++) store.remove(idOf(i + round * 2000));
      for (let i = 0; i < 2000; i++) store.put(rowOf(i + (round + 1) * 2000));
    }
    expect(store.bytes).toBeLessThan(bytes * 1.1);
  });
});
