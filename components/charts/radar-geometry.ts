export interface RadarPoint {
  x: number;
  y: number;
}

export interface RadarAxis {
  /** The outer end of the spoke. */
  end: RadarPoint;
  /** The position of its name. */
  label: RadarPoint;
  anchor: "start" | "middle" | "end";
}

export interface RadarGeometry {
  axes: RadarAxis[];
  /** One per value. */
  points: RadarPoint[];
}

const LABEL_GAP = 16;

/** The point at `share` of the radius on spoke `index` of `count`. They go clockwise, starting at the top. */
export function radarPoint(index: number, count: number, share: number, radius: number): RadarPoint {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  return { x: Math.cos(angle) * share * radius, y: Math.sin(angle) * share * radius };
}

/** A radar chart of values 0 … 1 around (0, 0). Values outside are limited to it; NaN and infinity count as 0. */
export function radarGeometry(values: readonly number[], radius: number): RadarGeometry {
  const count = values.length;
  const axes = values.map((_, index): RadarAxis => {
    const label = radarPoint(index, count, 1 + LABEL_GAP / radius, radius);
    // A name at the side is aligned away from the chart.
    const isCentral = Math.abs(label.x) < radius / 4;
    return {
      end: radarPoint(index, count, 1, radius),
      label,
      anchor: isCentral ? "middle" : label.x > 0 ? "start" : "end",
    };
  });
  const points = values.map((value, index) => {
    const share = Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
    return radarPoint(index, count, share, radius);
  });
  return { axes, points };
}

/** The `points` attribute of an SVG polygon. Two decimal places are finer than any screen. */
export function polygonPoints(points: readonly RadarPoint[]): string {
  return points.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ");
}

/** Rounds, so that server and browser write exactly the same numbers. */
export function round(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}
