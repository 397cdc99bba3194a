import type { Chance } from "./chance";
import type { NeighbourTable } from "./neighbour-table";
import { squaredDistance, type Vectors } from "./vectors";

/** Neighbours of each point that are compared with each other in one round, of each sort. */
const CANDIDATES = 16;
const ROUNDS_MAX = 12;
/** It ends when fewer than this share of all neighbours have changed. */
const SETTLED = 0.001;

/** What is compared with each other around each point. */
class Candidates {
  readonly ids: Int32Array;
  readonly held: Uint8Array;
  private readonly seen: Int32Array;

  constructor(count: number) {
    this.ids = new Int32Array(count * CANDIDATES);
    this.held = new Uint8Array(count);
    this.seen = new Int32Array(count);
  }

  clear(): void {
    this.held.fill(0);
    this.seen.fill(0);
  }

  /** Each of those that were offered is as likely to be kept as any other. */
  offer(point: number, other: number, chance: Chance): void {
    const held = this.held[point] as number;
    const seen = (this.seen[point] as number) + 1;
    this.seen[point] = seen;
    if (held < CANDIDATES) {
      this.ids[point * CANDIDATES + held] = other;
      this.held[point] = held + 1;
      return;
    }
    const at = chance.below(seen);
    if (at < CANDIDATES) this.ids[point * CANDIDATES + at] = other;
  }

  has(point: number, other: number): boolean {
    const first = point * CANDIDATES;
    for (let i = first + (this.held[point] as number) - 1; i >= first; i--) if (this.ids[i] === other) return true;
    return false;
  }
}

/**
 * Makes neighbours better: the neighbours of a neighbour are likely to be neighbours. Only pairs with one that is new
 * are compared (NN-descent, Dong, Moses & Li 2011).
 */
export function improveNeighbours(vectors: Vectors, table: NeighbourTable, chance: Chance): void {
  const fresh = new Candidates(table.count);
  const known = new Candidates(table.count);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    gather(table, fresh, known, chance);
    let changes = 0;
    for (let point = 0; point < table.count; point++) changes += compareAround(vectors, table, fresh, known, point);
    if (changes <= SETTLED * table.ids.length) return;
  }
}

function gather(table: NeighbourTable, fresh: Candidates, known: Candidates, chance: Chance): void {
  const { ids, isNew, size, count } = table;
  fresh.clear();
  known.clear();
  for (let i = 0; i < ids.length; i++) {
    const other = ids[i] as number;
    if (other < 0) continue;
    const point = Math.floor(i / size);
    const candidates = isNew[i] === 1 ? fresh : known;
    candidates.offer(point, other, chance);
    candidates.offer(other, point, chance);
  }
  for (let point = 0; point < count; point++)
    for (let i = point * size; i < (point + 1) * size; i++)
      if (isNew[i] === 1 && fresh.has(point, ids[i] as number)) isNew[i] = 0;
}

function compareAround(
  vectors: Vectors,
  table: NeighbourTable,
  fresh: Candidates,
  known: Candidates,
  point: number,
): number {
  const first = point * CANDIDATES;
  const ends = first + (fresh.held[point] as number);
  const endsKnown = first + (known.held[point] as number);
  let changes = 0;
  for (let i = first; i < ends; i++) {
    const a = fresh.ids[i] as number;
    for (let j = i + 1; j < ends; j++) changes += compare(vectors, table, a, fresh.ids[j] as number);
    for (let j = first; j < endsKnown; j++) changes += compare(vectors, table, a, known.ids[j] as number);
  }
  return changes;
}

function compare(vectors: Vectors, table: NeighbourTable, a: number, b: number): number {
  if (a === b) return 0;
  const distance = squaredDistance(vectors, a, b);
  return Number(table.offer(a, b, distance)) + Number(table.offer(b, a, distance));
}
