import { describe, expect, it } from "vitest";
import { noise } from "@/lib/dsp/testing/test-signals";
import { windowedAutocorrelation } from "./autocorrelation";

describe("windowedAutocorrelation", () => {
  it("is 1 at lag 0 and near 1 again after each period", () => {
    const periodic = Float64Array.from({ length: 2000 }, (_, n) => (n % 50 === 0 ? 1 : 0));
    const correlation = windowedAutocorrelation(periodic, 1000, 200);
    expect(correlation[0]).toBe(1);
    for (const lag of [50, 100, 150, 200]) expect(correlation[lag]).toBeGreaterThan(0.95);
    expect(correlation[25]).toBeLessThan(0.05);
  });

  it("agrees with the definition for one window", () => {
    const signal = noise(300);
    const mean = signal.reduce((sum, x) => sum + x, 0) / 300;
    const at = (lag: number) => {
      let sum = 0;
      for (let n = 0; n + lag < 300; n++) sum += (signal[n] - mean) * (signal[n + lag] - mean);
      return sum / (300 - lag);
    };
    const correlation = windowedAutocorrelation(signal, 300, 40);
    for (const lag of [1, 7, 40]) expect(correlation[lag]).toBeCloseTo(at(lag) / at(0), 9);
  });

  it("refuses an empty window and a negative lag", () => {
    expect(() => windowedAutocorrelation(noise(10), 0, 5)).toThrow(RangeError);
    expect(() => windowedAutocorrelation(noise(10), 5, -1)).toThrow(RangeError);
  });

  it("is zero for a constant and for nothing", () => {
    expect([...windowedAutocorrelation(new Float64Array(500).fill(3), 100, 5)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...windowedAutocorrelation(new Float64Array(0), 100, 2)]).toEqual([0, 0, 0]);
  });
});
