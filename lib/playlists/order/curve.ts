import { msg } from "@/lib/language/text";
/** A point of an energy curve: `at` and `energy` are 0–1. */
export interface CurvePoint {
  at: number;
  energy: number;
}

/** Ready-made curves, in the order in which they are offered. */
export const CURVE_PRESETS = {
  rise: {
    label: msg("Slow rise"),
    points: [
      { at: 0, energy: 0.1 },
      { at: 1, energy: 0.95 },
    ],
  },
  peak: {
    label: msg("One peak"),
    points: [
      { at: 0, energy: 0.15 },
      { at: 0.7, energy: 0.95 },
      { at: 1, energy: 0.3 },
    ],
  },
  waves: {
    label: msg("Waves"),
    points: [
      { at: 0, energy: 0.25 },
      { at: 0.25, energy: 0.75 },
      { at: 0.5, energy: 0.35 },
      { at: 0.75, energy: 0.9 },
      { at: 1, energy: 0.4 },
    ],
  },
  fall: {
    label: msg("Winding down"),
    points: [
      { at: 0, energy: 0.9 },
      { at: 1, energy: 0.1 },
    ],
  },
  level: {
    label: msg("Level"),
    points: [
      { at: 0, energy: 0.5 },
      { at: 1, energy: 0.5 },
    ],
  },
} as const satisfies Record<string, { label: string; points: readonly CurvePoint[] }>;
export type CurvePreset = keyof typeof CURVE_PRESETS;

/** The energy at a place of the set, on straight lines between the points; level before the first and after the last. */
export function energyAt(points: readonly CurvePoint[], at: number): number {
  const sorted = points.toSorted((a, b) => a.at - b.at);
  const next = sorted.findIndex((point) => point.at >= at);
  const [right, left] = [sorted[next], sorted[next - 1]];
  if (!right) return sorted.at(-1)?.energy ?? 0.5;
  if (!left || right.at === left.at) return right.energy;
  return left.energy + ((right.energy - left.energy) * (at - left.at)) / (right.at - left.at);
}
