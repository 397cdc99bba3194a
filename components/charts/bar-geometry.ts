export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
  isNegative: boolean;
}

/** Bars around a zero line in the middle; the largest magnitude reaches the edge. Values that are not finite count as 0. */
export function barGeometry(
  values: readonly number[],
  { width, height, gap }: { width: number; height: number; gap: number },
): Bar[] {
  const finite = values.map((value) => (Number.isFinite(value) ? value : 0));
  const largest = Math.max(...finite.map(Math.abs), Number.EPSILON);
  const barWidth = Math.max(1, (width - gap * (values.length - 1)) / values.length);
  return finite.map((value, index) => {
    const barHeight = (Math.abs(value) / largest) * (height / 2);
    return {
      x: index * (barWidth + gap),
      y: value >= 0 ? height / 2 - barHeight : height / 2,
      width: barWidth,
      height: barHeight,
      isNegative: value < 0,
    };
  });
}
