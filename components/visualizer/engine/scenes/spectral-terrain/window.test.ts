import { describe, expect, it } from "vitest";
import { emptyPiece, testPiece } from "@/components/visualizer/engine/test-piece";
import { coarsened, windowOf } from "./window";

describe("the land", () => {
  it("shows nine seconds, the whole of a short sound, and minutes of a very long one", () => {
    expect(windowOf({ ...testPiece(), durationSeconds: 200, mel: null }).aheadSeconds).toBe(9);
    expect(windowOf({ ...testPiece(), durationSeconds: 2, mel: null }).aheadSeconds).toBeCloseTo(2.2);
    expect(windowOf(emptyPiece()).aheadSeconds).toBe(0.4);
    const mel = { columns: 2048, bands: 1, secondsPerColumn: 5.27, values: new Uint8Array(2048) };
    expect(windowOf({ durationSeconds: 10_800, mel }).aheadSeconds).toBeGreaterThan(200);
  });

  it("keeps a short hit between two of its rows", () => {
    const values = new Uint8Array(20);
    values[13] = 200;
    const coarse = coarsened({ columns: 10, bands: 2, secondsPerColumn: 0.01, values }, 0.04);
    expect(coarse).toMatchObject({ columns: 3, bands: 2, secondsPerColumn: 0.04 });
    expect([...coarse.values]).toEqual([0, 0, 0, 125, 0, 0]);
  });

  it("takes a map as it is that is coarser than its rows", () => {
    const mel = { columns: 2, bands: 1, secondsPerColumn: 5, values: new Uint8Array(2) };
    expect(coarsened(mel, 0.04)).toBe(mel);
  });
});
