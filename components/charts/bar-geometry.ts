export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
  isNegative: boolean;
}

export interface BarChart {
  bars: Bar[];
  /** Distance of the zero line from the top. */
  zeroY: number;
}

/** Bars up and down from zero. The range of the values fills the height. Values that are not finite count as 0. */
export function barGeometry(
  values: readonly number[],
  { width, height, gap }: { width: number; height: number; gap: number },
): BarChart {
  const finite = values.map((value) => (Number.isFinite(value) ? value : 0));
  const highest = Math.max(0, ...finite);
  const span = Math.max(highest - Math.min(0, ...finite), Number.EPSILON);
  const zeroY = (highest / span) * height;
  const barWidth = Math.max(1, (width - gap * (values.length - 1)) / values.length);
  const bars = finite.map((value, index) => {
    const barHeight = (Math.abs(value) / span) * height;
    return {
      x: index * (barWidth + gap),
      y: value >= 0 ? zeroY - barHeight : zeroY,
      width: barWidth,
      height: barHeight,
      isNegative: value < 0,
    };
  });
  return { bars, zeroY };
}
