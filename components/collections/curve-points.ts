import type { CurvePoint } from "@/lib/playlists/order/curve";

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
/** Two points never change places, and never stand above each other. */
const APART = 0.02;

/** The curve with one point elsewhere: between its neighbours, and inside the picture. */
export function movedPoint(points: readonly CurvePoint[], index: number, to: CurvePoint): CurvePoint[] {
  const left = points[index - 1];
  const right = points[index + 1];
  const at = clamp(to.at, left ? left.at + APART : 0, right ? right.at - APART : 1);
  return points.map((point, one) => (one === index ? { at, energy: clamp(to.energy, 0, 1) } : point));
}
