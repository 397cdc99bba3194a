import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibratedBeliefs, calibratedConfidence } from "./confidence";

const calibrations = fc.record({
  slope: fc.double({ min: 0.2, max: 3, noNaN: true }),
  offset: fc.double({ min: -3, max: 3, noNaN: true }),
});

describe("calibratedConfidence", () => {
  it("leaves a belief as it is on the straight line of slope one", () => {
    for (const raw of [0.01, 0.3, 0.5, 0.97]) {
      expect(calibratedConfidence(raw, { slope: 1, offset: 0 })).toBeCloseTo(raw, 6);
    }
  });

  it("never turns two beliefs around and stays between 0 and 1", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(calibrations, share, share, (calibration, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((raw) => calibratedConfidence(raw, calibration));
        expect(low).toBeLessThanOrEqual(high ?? 0);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("calibratedBeliefs", () => {
  it("keeps their order and never believes in more than all of them", () => {
    const scores = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(calibrations, scores, (calibration, list) => {
        const weights = list.map(Math.exp).sort((a, b) => b - a);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const beliefs = weights.map((weight) => ({ confidence: weight / total }));
        const confidences = calibratedBeliefs(beliefs, calibration).map(({ confidence }) => confidence);
        expect([...confidences].sort((a, b) => b - a)).toEqual(confidences);
        expect(confidences.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
