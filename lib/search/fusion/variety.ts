export interface Collapsed<Hit> {
  hit: Hit;
  /** The hits below it that are copies of the same recording, the best first. */
  copies: Hit[];
}

/** Makes one hit of those with the same group. A hit without a group stays as it is. Keeps the order. */
export function collapse<Hit>(hits: readonly Hit[], groupOf: (hit: Hit) => string | null): Collapsed<Hit>[] {
  const firstOf = new Map<string, Collapsed<Hit>>();
  const kept: Collapsed<Hit>[] = [];
  for (const hit of hits) {
    const group = groupOf(hit);
    const first = group === null ? undefined : firstOf.get(group);
    if (first) {
      first.copies.push(hit);
      continue;
    }
    const one = { hit, copies: [] };
    kept.push(one);
    if (group !== null) firstOf.set(group, one);
  }
  return kept;
}

/** At most `most` hits of each folder, the best of them. Keeps the order. */
export function spread<Hit>(
  hits: readonly Hit[],
  folderOf: (hit: Hit) => string,
  most: number,
): { kept: Hit[]; leftOut: number } {
  const counts = new Map<string, number>();
  const kept = hits.filter((hit) => {
    const folder = folderOf(hit);
    const count = (counts.get(folder) ?? 0) + 1;
    counts.set(folder, count);
    return count <= most;
  });
  return { kept, leftOut: hits.length - kept.length };
}
