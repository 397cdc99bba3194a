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

/** Letters to insert, delete, replace or swap with the next one, until `a` is `b`. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const steps = [
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      ];
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) steps.push((beforeLast[column - 2] ?? 0) + 1);
      current.push(Math.min(...steps));
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
