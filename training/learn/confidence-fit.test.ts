import { describe, expect, it } from "vitest";
import { expectedCalibrationError } from "@/bench/statistics/calibration";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import { applyCalibration, fitCalibration } from "./confidence-fit";

/** Beliefs whose truth is drawn with another probability than they say. */
function answers(truth: (said: number) => number) {
  const random = new SeededRandom(3);
  return Array.from({ length: 1500 }, () => {
    const confidence = random.between(0.3, 0.99);
    return { confidence, right: random.chance(truth(confidence)) };
  });
}

describe("fitCalibration", () => {
  it("mends beliefs that promise too much", () => {
    const boastful = answers((said) => 0.4 + 0.3 * said);
    const calibrated = applyCalibration(boastful, fitCalibration(boastful));
    expect(expectedCalibrationError(boastful)).toBeGreaterThan(0.1);
    expect(expectedCalibrationError(calibrated)).toBeLessThan(0.05);
  });

  it("hardly touches beliefs that are as often right as they say", () => {
    const { slope, offset } = fitCalibration(answers((said) => said));
    expect(slope).toBeGreaterThan(0.8);
    expect(slope).toBeLessThan(1.25);
    expect(Math.abs(offset)).toBeLessThan(0.25);
  });
});
