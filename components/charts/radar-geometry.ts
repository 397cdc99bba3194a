export interface RadarPoint {
  x: number;
  y: number;
}

export interface RadarAxis {
  /** The spoke's outer end. */
  end: RadarPoint;
  /** Where its name stands. */
  label: RadarPoint;
  anchor: "start" | "middle" | "end";
}

export interface RadarGeometry {
  axes: RadarAxis[];
  /** One a value. */
  points: RadarPoint[];
}

const LABEL_GAP = 16;

/** Place at `share` of the radius on spoke `index` of `count`; the first points up, the others follow clockwise. */
export function radarPoint(index: number, count: number, share: number, radius: number): RadarPoint {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  return { x: Math.cos(angle) * share * radius, y: Math.sin(angle) * share * radius };
}

/** A radar around (0, 0) of values 0 … 1; what lies outside, and what is not finite, is drawn at the nearest end. */
export function radarGeometry(values: readonly number[], radius: number): RadarGeometry {
  const count = values.length;
  const axes = values.map((_, index): RadarAxis => {
    const label = radarPoint(index, count, 1 + LABEL_GAP / radius, radius);
    // A name beside its spoke grows away from it.
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

/** For the `points` of an SVG polygon; two decimals are finer than any screen. */
export function polygonPoints(points: readonly RadarPoint[]): string {
  return points.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ");
}

/** Server and browser must write the same figures. */
export function round(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}
