import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planParts } from "./part-plan";

const MIB = 1024 * 1024;

describe("parts of a large file", () => {
  it("cover the file in order, without gaps or overlaps", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 * MIB }), fc.integer({ min: MIB, max: 16 * MIB }), (size, partSize) => {
        const { remaining } = planParts(size, partSize);
        expect(remaining[0]?.startByte).toBe(0);
        expect(remaining.at(-1)?.endByte).toBe(size);
        for (const [index, part] of remaining.entries()) {
          expect(part.partNumber).toBe(index + 1);
          expect(part.startByte).toBe(remaining[index - 1]?.endByte ?? 0);
          expect(part.endByte - part.startByte).toBeLessThanOrEqual(partSize);
        }
      }),
    );
  });

  it("leave out what storage already has", () => {
    const plan = planParts(20 * MIB, 8 * MIB, [
      { partNumber: 1, sizeBytes: 8 * MIB },
      { partNumber: 3, sizeBytes: 4 * MIB },
    ]);
    expect(plan.remaining.map((part) => part.partNumber)).toEqual([2]);
    expect(plan.keptBytes).toBe(12 * MIB);
  });

  it("include a part that was cut off", () => {
    const plan = planParts(20 * MIB, 8 * MIB, [{ partNumber: 1, sizeBytes: 5 * MIB }]);
    expect(plan.remaining.map((part) => part.partNumber)).toEqual([1, 2, 3]);
    expect(plan.keptBytes).toBe(0);
  });
});
