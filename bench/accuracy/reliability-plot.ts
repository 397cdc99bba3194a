import { type Answer, expectedCalibrationError, reliability } from "@/bench/statistics/calibration";
import { wilsonInterval } from "@/bench/statistics/intervals";

const SIZE = 320;
const MARGIN = 44;
const PLOT = SIZE - 2 * MARGIN;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const x = (confidence: number) => (MARGIN + confidence * PLOT).toFixed(1);
const y = (share: number) => (SIZE - MARGIN - share * PLOT).toFixed(1);

/**
 * Reliability diagram as SVG: share of right answers over mean confidence, for ten groups of equal size with their
 * 95 % Wilson intervals. Points on the diagonal are perfectly calibrated. Its colours suit light and dark pages.
 */
export function reliabilityPlot(title: string, answers: readonly Answer[]): string {
  const error = expectedCalibrationError(answers).toFixed(3);
  const points = reliability(answers).map(({ confidence, right, count }) => {
    const { low, high } = wilsonInterval(Math.round(right * count), count);
    const bar = `<path d="M${x(confidence)} ${y(low)}V${y(high)}" stroke="#3b82f6" stroke-opacity=".5"/>`;
    return `${bar}<circle cx="${x(confidence)}" cy="${y(right)}" r="4" fill="#3b82f6"/>`;
  });
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}" role="img">`,
    `<title>Reliability of the ${title} confidence: calibration error ${error} over ${answers.length} answers</title>`,
    `<g font-family="sans-serif" font-size="11" fill="#64748b" stroke="none">`,
    `<rect x="${MARGIN}" y="${MARGIN}" width="${PLOT}" height="${PLOT}" fill="none" stroke="#94a3b8"/>`,
    `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#94a3b8" stroke-dasharray="4 4"/>`,
    ...TICKS.map((tick) => `<text x="${x(tick)}" y="${SIZE - MARGIN + 16}" text-anchor="middle">${tick}</text>`),
    ...TICKS.map((tick) => `<text x="${MARGIN - 6}" y="${y(tick)}" dy="4" text-anchor="end">${tick}</text>`),
    `<text x="${SIZE / 2}" y="${SIZE - 8}" text-anchor="middle">confidence stated</text>`,
    `<text transform="translate(12 ${SIZE / 2}) rotate(-90)" text-anchor="middle">share of right answers</text>`,
    `<text x="${SIZE / 2}" y="20" text-anchor="middle" font-size="13">${title}: error ${error}, n = ${answers.length}</text>`,
    "</g>",
    ...points,
    "</svg>",
  ];
  return `${lines.join("\n")}\n`;
}
