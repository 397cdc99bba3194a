import type { GalaxyModel, GalaxyState } from "./galaxy-model";

/** What the list can show. `near`: what is on the map now; without a map all, those in the chosen region first. */
export const LISTS = ["near", "found", "picked", "path"] as const;
export type ListName = (typeof LISTS)[number];

/** A list that has nothing is not offered; the most particular one is shown unless another was chosen. */
export function listShown(state: GalaxyState, chosen: ListName | null): ListName {
  const has: Record<ListName, boolean> = {
    near: true,
    found: state.found !== null,
    picked: state.picked.length > 0,
    path: state.path.length > 0,
  };
  if (chosen && has[chosen]) return chosen;
  return (["path", "picked", "found"] as const).find((name) => has[name]) ?? "near";
}

/** All points that are meant; with a place those nearest to it first. */
export function allPoints(
  model: GalaxyModel,
  { count }: Pick<GalaxyState, "count" | "only" | "found">,
  near: readonly [number, number, number] | null,
): number[] {
  const points: number[] = [];
  for (let index = 0; index < count; index++) if (model.isMeant(index)) points.push(index);
  if (!near) return points;
  const far = new Map(points.map((index) => [index, distance(model.placeOf(index), near)]));
  return points.sort((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0));
}

const distance = (a: readonly [number, number, number], b: readonly [number, number, number]) =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
