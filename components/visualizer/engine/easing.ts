/**
 * Moves a value towards a target: two thirds of the way in `overSeconds`. A frame without a time since the last one is
 * a moment asked for, which shows the target itself.
 */
export function ease(value: number, target: number, deltaSeconds: number, overSeconds: number): number {
  if (!(deltaSeconds > 0)) return target;
  return value + (target - value) * (1 - Math.exp(-deltaSeconds / overSeconds));
}

/** Moves all of `values` towards `targets`: up in `riseSeconds`, down in `fallSeconds`. */
export function easeAll(
  values: Float32Array,
  targets: Float32Array,
  deltaSeconds: number,
  riseSeconds: number,
  fallSeconds: number,
): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    const target = targets[i] ?? 0;
    values[i] = ease(value, target, deltaSeconds, target > value ? riseSeconds : fallSeconds);
  }
}

/** One value on a circle, by the shorter way. Radians. */
export function easeAngle(value: number, target: number, deltaSeconds: number, overSeconds: number): number {
  return ease(value, value + shorterTurn(target - value), deltaSeconds, overSeconds);
}

/** An angle as −π … π. */
export function shorterTurn(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothStep(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}
