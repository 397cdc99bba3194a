import { describe, expect, it } from "vitest";
import { analysisRecordSchema } from "@/lib/analysis/record/schema";
import { ASPECT_DIMENSIONS, ASPECTS } from "@/lib/similarity/schema";
import { type GeneratedSample, generateLibrary, libraryOwners } from "./library";
import { ownerSizes } from "./owners";

const options = { rows: 2000, seed: 5, spread: "alike" as const };
const made = [...generateLibrary(options)];

describe("a generated library", () => {
  it("has as many samples as were asked for, each owner's in their number", () => {
    expect(made).toHaveLength(2000);
    const counts = new Map<string, number>();
    for (const { ownerId } of made) counts.set(ownerId, (counts.get(ownerId) ?? 0) + 1);
    expect(libraryOwners(options).map(({ id }) => counts.get(id))).toEqual(ownerSizes(2000));
    expect(new Set(made.map(({ id }) => id)).size).toBe(2000);
  });

  it("is the same again for the same seed, and another for another", () => {
    expect([...generateLibrary(options)]).toEqual(made);
    const [other] = generateLibrary({ ...options, seed: 6 });
    expect(other?.fileName).not.toBe(made[0]?.fileName);
  });

  it("has records that the engine might have written", () => {
    for (const { record } of made) {
      if (record) expect(analysisRecordSchema.safeParse(record).error).toBeUndefined();
    }
    expect(made.filter(({ record }) => record === null).length).toBeLessThan(40);
  });

  it("has embeddings whose aspects have the length 1", () => {
    const embedding = made.find(({ record }) => record?.embedding)?.record?.embedding;
    for (const aspect of ASPECTS) {
      expect(embedding?.[aspect]).toHaveLength(ASPECT_DIMENSIONS[aspect]);
      expect(Math.hypot(...(embedding?.[aspect] ?? []))).toBeCloseTo(1, 3);
    }
  });

  it("has the same names where the aspects of sounds are independent", () => {
    const names = (samples: Iterable<GeneratedSample>) => [...samples].map(({ fileName }) => fileName);
    expect(names(generateLibrary({ ...options, spread: "independent" }))).toEqual(names(made));
  });
});

describe("owners", () => {
  it.each([10_000, 100_000, 1_000_000])("of %i samples have them all, one of them most and one ten", (rows) => {
    const sizes = ownerSizes(rows);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(rows);
    expect(sizes[0]).toBe(rows * 0.6);
    expect(sizes.at(-1)).toBe(10);
    expect(Math.min(...sizes)).toBe(10);
  });

  it("of a million include one of 50,000 and one of 20,000", () => {
    expect(ownerSizes(1_000_000)).toEqual(expect.arrayContaining([50_000, 20_000]));
  });
});
