import { describe, expect, it } from "vitest";
import { assertPlausibleDecode, silenceImpossible } from "./plausibility";

describe("what a decoder hands over", () => {
  it("keeps loud samples and loses impossible ones", () => {
    const samples = Float32Array.of(1.5, -30, Number.NaN, Number.NEGATIVE_INFINITY, 1e30);
    expect(silenceImpossible(samples)).toBe(3);
    expect([...samples]).toEqual([1.5, -30, 0, 0, 0]);
  });

  it("is refused if most of it was impossible, or nothing came", () => {
    const damaged = expect.objectContaining({ code: "damaged_file" });
    expect(() => assertPlausibleDecode({ decodedSamples: 100, replacedSamples: 101 }, 2)).toThrow(damaged);
    expect(() => assertPlausibleDecode({ decodedSamples: 0, replacedSamples: 0 }, 2)).toThrow(damaged);
    expect(() => assertPlausibleDecode({ decodedSamples: 100, replacedSamples: 99 }, 2)).not.toThrow();
  });
});
