import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noise } from "@/lib/dsp/testing/test-signals";
import { type StereoImage, StereoMeter } from "./stereo-image";

function image(left: Float32Array, right: Float32Array): StereoImage | null {
  const meter = new StereoMeter();
  for (let start = 0; start < left.length; start += 4096) {
    const part = left.subarray(start, start + 4096);
    meter.add(part, right.subarray(start, start + 4096), part.length);
  }
  return meter.finish();
}

const a = noise(44100, 0.5, 3);
const b = noise(44100, 0.5, 99);
const silence = new Float32Array(44100);

describe("StereoMeter", () => {
  it("tells mono, opposite phase and unrelated channels apart", () => {
    expect(image(a, a)).toEqual({ width: 0, correlation: 1, balance: 0, monoCompatibility: 1 });
    expect(
      image(
        a,
        a.map((x) => -x),
      ),
    ).toMatchObject({ width: 1, correlation: -1, monoCompatibility: 0 });
    const unrelated = image(a, b);
    expect(unrelated?.width).toBeCloseTo(0.5, 1);
    expect(unrelated?.correlation).toBeCloseTo(0, 1);
    expect(unrelated?.monoCompatibility).toBeGreaterThan(0.95);
  });

  it("says which side a sound is on", () => {
    expect(image(a, silence)).toMatchObject({ balance: -1, correlation: 0 });
    expect(image(silence, a)?.balance).toBe(1);
    expect(
      image(
        a.map((x) => x * 0.5),
        a,
      )?.balance,
    ).toBeCloseTo(0.6, 5);
  });

  it("gives null for silence", () => {
    expect(image(silence, silence)).toBeNull();
  });

  it("does not change with gain, and mirrors when the channels are swapped", () => {
    const right = a.map((x, i) => 0.6 * x + 0.3 * (b[i] ?? 0));
    const expected = image(a, right);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 4, noNaN: true }), (gain) => {
        const scaled = image(
          a.map((x) => x * gain),
          right.map((x) => x * gain),
        );
        for (const key of ["width", "correlation", "balance", "monoCompatibility"] as const) {
          expect(scaled?.[key]).toBeCloseTo(expected?.[key] ?? Number.NaN, 4);
        }
      }),
      { numRuns: 10 },
    );
    expect(image(right, a)?.balance).toBeCloseTo(-(expected?.balance ?? 0), 10);
    expect(image(right, a)?.width).toBeCloseTo(expected?.width ?? 0, 10);
  });
});
