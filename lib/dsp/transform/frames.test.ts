import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FrameSlicer } from "./frames";

function centres(samples: number, size: number, hop: number, block: number): number[] {
  const found: number[] = [];
  const slicer = new FrameSlicer(size, hop, (buffer, offset) => found.push(buffer[offset + size / 2]));
  const signal = Float32Array.from({ length: samples }, (_, n) => n + 1);
  for (let start = 0; start < samples; start += block) slicer.push(signal.subarray(start, start + block));
  slicer.finish();
  return found;
}

describe("FrameSlicer", () => {
  it("centres frame i on sample i · hop and ends inside the signal", () => {
    expect(centres(1000, 64, 25, 1000)).toEqual(Array.from({ length: 40 }, (_, i) => i * 25 + 1));
  });

  it("cuts the same frames whatever the sizes of the blocks", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 1, max: 300 }),
        (samples, hop, block) => {
          expect(centres(samples, 64, hop, block)).toEqual(centres(samples, 64, hop, 1000));
        },
      ),
    );
  });

  it("cuts one frame from a single sample, and none without samples", () => {
    expect(centres(1, 64, 16, 1)).toEqual([1]);
    expect(centres(0, 64, 16, 1)).toEqual([]);
  });

  it("refuses a hop longer than its frame", () => {
    expect(() => new FrameSlicer(64, 65, () => undefined)).toThrow(RangeError);
  });
});
