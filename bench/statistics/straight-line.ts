export type StraightLine = { intercept: number; slope: number; rSquared: number };

/** Least-squares line through points, and the share of variance that it explains. @throws RangeError below two points */
export function fitStraightLine(points: readonly { x: number; y: number }[]): StraightLine {
  if (points.length < 2) throw new RangeError("a line needs two points");
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const meanX = mean(({ x }) => x);
  const meanY = mean(({ y }) => y);
  const covariance = mean(({ x, y }) => (x - meanX) * (y - meanY));
  const varianceX = mean(({ x }) => (x - meanX) ** 2);
  const varianceY = mean(({ y }) => (y - meanY) ** 2);
  const slope = covariance / varianceX;
  const rSquared = varianceY > 0 ? covariance ** 2 / (varianceX * varianceY) : 1;
  return { intercept: meanY - slope * meanX, slope, rSquared };
}
