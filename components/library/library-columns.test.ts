import { describe, expect, it } from "vitest";
import type { SampleRow } from "@/lib/samples/schema";
import { keyOrder, libraryColumns } from "./library-columns";

describe("sorting by key", () => {
  it("follows the Camelot wheel, with each minor key before its relative major", () => {
    const order = (keyTonic: number, keyMode: "major" | "minor") => keyOrder({ keyTonic, keyMode }) ?? 0;
    expect(order(9, "minor")).toBeLessThan(order(0, "major"));
    expect(order(0, "major")).toBeLessThan(order(4, "minor"));
    expect(keyOrder({ keyTonic: null, keyMode: null })).toBeUndefined();
  });
});

it("sorting by loudness takes the level without a gate where a sound is too short for another", () => {
  const loudness = libraryColumns.find(({ id }) => id === "loudness");
  const of = (levels: Pick<SampleRow, "integratedLufs" | "ungatedLufs">) =>
    loudness && "accessorFn" in loudness ? loudness.accessorFn(levels as SampleRow, 0) : null;
  expect(of({ integratedLufs: -14, ungatedLufs: null })).toBe(-14);
  expect(of({ integratedLufs: null, ungatedLufs: -9.3 })).toBe(-9.3);
  expect(of({ integratedLufs: null, ungatedLufs: null })).toBeUndefined();
});
