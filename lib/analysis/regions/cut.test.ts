import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memorySource } from "@/lib/analysis/decode/containers/byte-source";
import { type WavFormat, wavFile } from "@/tests/fixtures/wav-file";
import { cutRegions } from "./cut";
import { nearestZeroCrossing } from "./zero-crossing";

const folder = mkdtempSync(join(tmpdir(), "cut-"));
const RATE = 44_100;
const BYTES: Partial<Record<WavFormat, number>> = { u8: 1, s16: 2, s24: 3, s32: 4, f32: 4 };

async function cut(bytes: Buffer, regions: [number, number][], isSnapped = false) {
  const wanted = regions.map(([startSeconds, endSeconds], at) => ({
    startSeconds,
    endSeconds,
    toPath: join(folder, `${at}.wav`),
  }));
  const options = { isSnapped, mostBytes: 2 ** 30, onBlock: async () => {} };
  const done = await cutRegions(memorySource(bytes), { ...options, regions: wanted });
  return done.map((region, at) => ({ region, bytes: readFileSync(wanted[at]?.toPath ?? "") }));
}

describe("a region of a file", () => {
  it.each(Object.entries(BYTES) as [WavFormat, number][])(
    "keeps the samples of %s as they are",
    async (format, bytes) => {
      const original = wavFile({ format, frames: RATE });
      const [part] = await cut(original, [[0.25, 0.5]]);
      const frameBytes = bytes * 2;
      const from = 44 + 11_025 * frameBytes;
      const expected = original.subarray(from, from + 11_025 * frameBytes);
      // Integers of 32 bits are decoded as floats, which have 24.
      if (format === "s32") expect(part?.bytes.length).toBe(44 + expected.length);
      else expect(part?.bytes.subarray(44, 44 + expected.length).equals(expected)).toBe(true);
      expect(part?.bytes.readUInt16LE(34)).toBe(bytes * 8);
    },
  );

  it("meets the next one at the same sample, where the sound rises through zero", async () => {
    const sine = wavFile({ frames: RATE, sample: (frame) => 0.5 * Math.sin((2 * Math.PI * 100 * frame) / RATE) });
    const [first, second] = await cut(
      sine,
      [
        [0, 0.3333],
        [0.3333, 0.8],
      ],
      true,
    );
    expect(first?.region?.endSeconds).toBe(second?.region?.startSeconds);
    expect(Math.abs((second?.region?.startSeconds ?? 0) - 0.33)).toBeLessThan(1.5 / RATE);
    expect(Math.abs(second?.bytes.readInt16LE(44) ?? 1000)).toBeLessThan(300);
  });

  it("ends where the recording does, and is none behind it", async () => {
    const [part] = await cut(wavFile({ frames: RATE }), [[0.9, 5]], true);
    expect(part?.region?.endSeconds).toBe(1);
    const [none] = await cutRegions(memorySource(wavFile({ frames: RATE })), {
      regions: [{ startSeconds: 2, endSeconds: 3, toPath: join(folder, "none.wav") }],
      isSnapped: true,
      mostBytes: 2 ** 30,
      onBlock: async () => {},
    });
    expect(none).toBeNull();
  });
});

describe("the nearest zero crossing", () => {
  it.each([
    ["rising before falling", [1, -1, -1, 1], 0, 3],
    ["the nearer of two", [-1, 1, -1, 1, -1, 1], 4, 3],
    ["falling if it never rises", [1, 1, -1, -1], 0, 2],
    ["the quietest if it never crosses", [3, 2, 1, 2], 0, 2],
  ])("is %s", (_, window, wanted, expected) => {
    expect(nearestZeroCrossing(Float32Array.from(window), wanted)).toBe(expected);
  });
});
