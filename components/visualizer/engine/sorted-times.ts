/** Index of the last of these ascending times that is not after `seconds`; −1 before the first. */
export function lastAt(times: ArrayLike<number>, seconds: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the stretch that holds this moment; −1 if none does. */
export function stretchAt(
  starts: ArrayLike<number>,
  stretches: readonly { endSeconds: number }[],
  seconds: number,
): number {
  const index = lastAt(starts, seconds);
  const stretch = stretches[index];
  return stretch && seconds < stretch.endSeconds ? index : -1;
}
