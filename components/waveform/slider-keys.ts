/** The position a key moves to, in seconds. Null for keys the slider does not handle. */
export function sliderTarget(key: string, positionSeconds: number, durationSeconds: number): number | null {
  const step = Math.min(1, durationSeconds / 20);
  const target = {
    ArrowRight: positionSeconds + step,
    ArrowUp: positionSeconds + step,
    ArrowLeft: positionSeconds - step,
    ArrowDown: positionSeconds - step,
    PageUp: positionSeconds + durationSeconds / 10,
    PageDown: positionSeconds - durationSeconds / 10,
    Home: 0,
    End: durationSeconds,
  }[key];
  return target === undefined ? null : Math.min(durationSeconds, Math.max(0, target));
}
