import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasAllParts, partSizes } from "./parts";

describe("parts of a large file", () => {
  it("add up to the file's size, and only the last is smaller", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1e5, max: 1e7 }), (sizeBytes, partSizeBytes) => {
        const sizes = partSizes(sizeBytes, partSizeBytes);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(sizeBytes);
        expect(sizes.slice(0, -1).every((size) => size === partSizeBytes)).toBe(true);
        expect(sizes.every((size) => size > 0 && size <= partSizeBytes)).toBe(true);
      }),
    );
  });

  it("are complete only if each is there with its full size", () => {
    const parts = [
      { partNumber: 1, sizeBytes: 8 },
      { partNumber: 2, sizeBytes: 8 },
      { partNumber: 3, sizeBytes: 1 },
    ];
    expect(hasAllParts(parts, 17, 8)).toBe(true);
    expect(hasAllParts(parts.slice(0, 2), 17, 8)).toBe(false);
    expect(hasAllParts(parts, 18, 8)).toBe(false);
  });
});
