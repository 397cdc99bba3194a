import { describe, expect, it } from "vitest";
import { encodeWav } from "./wav-encoding";

describe("a recording as a file", () => {
  it("has the header of mono WAV and its samples in 16 bits", () => {
    const bytes = encodeWav(new Float32Array([0, 1, -1, 2]), 44_100);
    const view = new DataView(bytes.buffer);
    expect(new TextDecoder().decode(bytes.slice(0, 4))).toBe("RIFF");
    expect(view.getUint32(4, true)).toBe(bytes.length - 8);
    expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)]).toEqual([1, 44_100, 16]);
    expect([0, 1, 2, 3].map((index) => view.getInt16(44 + index * 2, true))).toEqual([0, 32_767, -32_767, 32_767]);
  });
});
