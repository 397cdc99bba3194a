import { editDistance } from "./edit-distance";
import { FILTER_KINDS } from "./filter-table";

/** The filter that somebody may have meant, as its name or alias. Null if none is near. */
export function nearestFilterName(typed: string): string | null {
  const wanted = typed.toLowerCase();
  const names = FILTER_KINDS.flatMap((kind) => [kind.name, ...kind.aliases]);
  let best: { name: string; distance: number } | null = null;
  for (const name of names) {
    const allowed = name.length <= 4 ? 1 : 2;
    if (name.length < 3 || Math.abs(name.length - wanted.length) > allowed) continue;
    const distance = editDistance(wanted, name);
    if (distance <= allowed && (!best || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}
