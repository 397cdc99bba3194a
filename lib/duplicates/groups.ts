/** Two samples that belong together, the stronger reason with the larger `strength`. */
export interface Link {
  a: string;
  b: string;
  strength: number;
}

/**
 * Joins samples into groups, the strongest links first. A link that would bring two samples into one group of which
 * their owner says that they are no duplicates is left out. The same links give the same groups, in any order.
 */
export function joinedGroups(
  samples: readonly string[],
  links: readonly Link[],
  dismissed: readonly { a: string; b: string }[],
): string[][] {
  const groupOf = new Map(samples.map((id) => [id, [id]]));
  const apart = new Map<string, Set<string>>();
  for (const { a, b } of dismissed) {
    apart.set(a, (apart.get(a) ?? new Set()).add(b));
    apart.set(b, (apart.get(b) ?? new Set()).add(a));
  }
  for (const { a, b } of [...links].sort(byStrength)) {
    const [left, right] = [groupOf.get(a), groupOf.get(b)];
    if (!left || !right || left === right) continue;
    const isRefused = left.some((one) => {
      const others = apart.get(one);
      return others !== undefined && right.some((other) => others.has(other));
    });
    if (isRefused) continue;
    for (const id of right) {
      left.push(id);
      groupOf.set(id, left);
    }
  }
  return [...new Set(groupOf.values())].map((group) => group.sort()).sort((x, y) => (`${x[0]}` < `${y[0]}` ? -1 : 1));
}

const byStrength = (x: Link, y: Link) =>
  y.strength - x.strength || (x.a === y.a ? compare(x.b, y.b) : compare(x.a, y.a));
const compare = (x: string, y: string) => (x < y ? -1 : 1);

/**
 * The id of each group: that of most of its members until now, of the oldest such group if several; each id for one
 * group only, and a new one where none is left. Groups of one sample have none.
 */
export function namedGroups(
  groups: readonly string[][],
  currentId: ReadonlyMap<string, string>,
  newId: () => string,
): { id: string; members: string[] }[] {
  const taken = new Set<string>();
  const largestFirst = groups.filter((members) => members.length > 1).sort((x, y) => y.length - x.length);
  return largestFirst.map((members) => {
    const counts = new Map<string, number>();
    for (const member of members) {
      const id = currentId.get(member);
      if (id !== undefined && !taken.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const [best] = [...counts].sort(([x, m], [y, n]) => n - m || compare(x, y));
    const id = best?.[0] ?? newId();
    taken.add(id);
    return { id, members };
  });
}
