import { type Answer, expectedCalibrationError } from "@/bench/statistics/calibration";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import { type Calibration, calibratedConfidence, logOdds } from "@/lib/dsp/learned/confidence";
import { descend } from "./descent";

/** Leaves a confidence as it is. */
export const UNCALIBRATED: Calibration = { slope: 1, offset: 0 };

const STEPS = 2000;
const RATE = 0.02;
const CHANCE_DRAWS = 200;
/** Few enough that the last bits of a measurement do not show. */
const CALIBRATION_DIGITS = 3;

/** The line through the log odds under which the outcomes are likeliest: logistic regression. */
export function fitCalibration(beliefs: readonly Answer[]): Calibration {
  const line = Float64Array.of(1, 0);
  const every = beliefs.length;
  descend(
    { parameters: line, lessons: every, batch: every, epochs: STEPS, decay: 0, rate: () => RATE },
    (index, gradient) => {
      const { confidence, right } = beliefs[index] as Answer;
      const [slope = 1, offset = 0] = line;
      const error = calibratedConfidence(confidence, { slope, offset }) - Number(right);
      (gradient[0] as number) += error * logOdds(confidence);
      (gradient[1] as number) += error;
    },
  );
  const rounded = (value: number) => Number(value.toPrecision(CALIBRATION_DIGITS));
  return { slope: rounded(line[0] ?? 1), offset: rounded(line[1] ?? 0) };
}

export function applyCalibration(beliefs: readonly Answer[], calibration: Calibration): Answer[] {
  return beliefs.map((belief) => ({ ...belief, confidence: calibratedConfidence(belief.confidence, calibration) }));
}

/** Calibration error that perfectly calibrated answers of these confidences have by chance; large if they are few. */
function chanceError(answers: readonly Answer[]): number {
  const random = new SeededRandom(answers.length);
  let sum = 0;
  for (let draw = 0; draw < CHANCE_DRAWS; draw++) {
    sum += expectedCalibrationError(
      answers.map(({ confidence }) => ({ confidence, right: random.chance(confidence) })),
    );
  }
  return sum / CHANCE_DRAWS;
}

/** Share of right answers, and expected calibration error before and after calibration and by chance. */
export function calibrationReport(name: string, beliefs: readonly Answer[], calibration: Calibration): string {
  const right = beliefs.filter((belief) => belief.right).length;
  const calibrated = applyCalibration(beliefs, calibration);
  const [before, after] = [beliefs, calibrated].map((answers) => expectedCalibrationError(answers).toFixed(3));
  const share = ((100 * right) / Math.max(1, beliefs.length)).toFixed(1);
  const error = `expected calibration error ${before} → ${after}, of which chance ${chanceError(calibrated).toFixed(3)}`;
  return `${name}: ${share} % of ${beliefs.length} right, ${error}\n`;
}
