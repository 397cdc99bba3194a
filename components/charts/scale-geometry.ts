import { round } from "./radar-geometry";

export interface Scale {
  low: number;
  high: number;
  /** Where the bar starts; `low` by default. */
  origin?: number;
}

export interface ScaleGeometry {
  /** All in per cent of the width. */
  value: number;
  origin: number;
  /** The bar between the two. */
  from: number;
  width: number;
}

/** The bar from the origin of a scale to a value. Values outside the scale count as its nearest end. */
export function scaleGeometry(value: number, { low, high, origin = low }: Scale): ScaleGeometry {
  const percentOf = (at: number) => round((Math.min(1, Math.max(0, (at - low) / (high - low))) || 0) * 100);
  const [start, end] = [percentOf(origin), percentOf(value)];
  return { value: end, origin: start, from: Math.min(start, end), width: Math.abs(end - start) };
}
