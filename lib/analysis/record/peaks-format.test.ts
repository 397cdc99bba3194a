import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandLevelToByte, byteToBandLevel, decodePeaks, encodePeaks, PeaksFormatError } from "./peaks-format";

const level = (points: number, secondsPerPoint: number) => ({
  secondsPerPoint,
  min: Int8Array.from({ length: points }, (_, i) => -(i % 128)),
  max: Int8Array.from({ length: points }, (_, i) => i % 128),
  low: Uint8Array.from({ length: points }, (_, i) => i % 256),
  mid: Uint8Array.from({ length: points }, (_, i) => (i * 3) % 256),
  high: Uint8Array.from({ length: points }, (_, i) => (i * 7) % 256),
});
const buffer = (bytes: Uint8Array) => bytes.slice().buffer as ArrayBuffer;

describe("the stored waveform", () => {
  it("comes back as it was stored", () => {
    const peaks = { durationSeconds: 12.5, levels: [level(333, 0.0375), level(84, 0.15), level(1, 12.5)] };
    expect(decodePeaks(buffer(encodePeaks(peaks)))).toEqual(peaks);
  });

  it("is refused if it is cut off or something else, and nothing outside it is read", () => {
    const bytes = encodePeaks({ durationSeconds: 1, levels: [level(50, 0.02)] });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(() => decodePeaks(buffer(bytes.subarray(0, length)))).toThrow(PeaksFormatError);
      }),
    );
    expect(() => decodePeaks(new TextEncoder().encode("not a waveform at all").buffer as ArrayBuffer)).toThrow(
      PeaksFormatError,
    );
  });

  it("is refused if its arrays differ in length", () => {
    const uneven = { ...level(4, 1), high: new Uint8Array(3) };
    expect(() => encodePeaks({ durationSeconds: 4, levels: [uneven] })).toThrow(PeaksFormatError);
  });

  it("keeps quiet bands distinguishable", () => {
    expect(bandLevelToByte(1)).toBe(255);
    expect(bandLevelToByte(2)).toBe(255);
    expect(bandLevelToByte(0)).toBe(0);
    expect(byteToBandLevel(bandLevelToByte(0.01))).toBeCloseTo(0.01, 3);
  });
});
