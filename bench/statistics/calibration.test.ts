import { expect, it } from "vitest";
import { expectedCalibrationError, reliability } from "./calibration";

const answers = (confidence: number, right: number, of: number) =>
  Array.from({ length: of }, (_, index) => ({ confidence, right: index < right }));

it("finds no error where confidence equals the share of right answers", () => {
  expect(expectedCalibrationError([...answers(1, 50, 50), ...answers(0, 0, 50)])).toBe(0);
  expect(expectedCalibrationError([])).toBe(0);
});

it("measures by how much confidence is too high or too low", () => {
  expect(expectedCalibrationError(answers(0.9, 0, 20))).toBeCloseTo(0.9, 10);
  expect(expectedCalibrationError(answers(0.4, 20, 20))).toBeCloseTo(0.6, 10);
});

it("keeps all answers, however few", () => {
  expect(reliability(answers(0.5, 1, 3)).reduce((sum, { count }) => sum + count, 0)).toBe(3);
});
