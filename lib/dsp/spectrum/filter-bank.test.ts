import { describe, expect, it } from "vitest";
import { logBank } from "./filter-bank";

describe("logBank", () => {
  it("spaces its centres evenly in octaves once bins allow", () => {
    const { centresHz, bank } = logBank({
      sampleRateHz: 44100,
      fftSize: 2048,
      bandsPerOctave: 12,
      lowHz: 30,
      highHz: 16000,
    });
    expect(bank.bands).toBe(centresHz.length);
    const ratios = centresHz.slice(-40).map((hz, i, all) => hz / (all[i - 1] ?? hz / 2 ** (1 / 12)));
    for (const ratio of ratios) expect(ratio).toBeCloseTo(2 ** (1 / 12), 6);
  });
});
