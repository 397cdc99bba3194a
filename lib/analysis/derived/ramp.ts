/** 0 up to `low`, 1 from `high` on, straight between. */
export function ramp(value: number, low: number, high: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** 1 up to `low`, 0 from `high` on, straight between. */
export function fall(value: number, low: number, high: number): number {
  return 1 - ramp(value, low, high);
}
