import { Chance } from "./chance";
import { improveNeighbours } from "./neighbour-descent";
import { NeighbourTable } from "./neighbour-table";
import { searchTrees } from "./projection-trees";
import { squaredDistance, type Vectors } from "./vectors";

/** So many points are compared each with each: that is as fast, and exact. */
const EXACT_MAX = 3000;
const TREES = 6;

/** The `size` nearest neighbours of each point, or all others if there are fewer. Nearly all of them where there are many points. */
export function nearestNeighbours(vectors: Vectors, size: number, seed: number): NeighbourTable {
  const table = new NeighbourTable(vectors.count, Math.max(0, Math.min(size, vectors.count - 1)));
  if (vectors.count <= EXACT_MAX) compareAll(vectors, table);
  else {
    const chance = new Chance(seed);
    searchTrees(vectors, table, TREES, chance);
    improveNeighbours(vectors, table, chance);
  }
  return table;
}

function compareAll(vectors: Vectors, table: NeighbourTable): void {
  for (let a = 0; a < vectors.count; a++) {
    for (let b = a + 1; b < vectors.count; b++) {
      const distance = squaredDistance(vectors, a, b);
      table.offer(a, b, distance);
      table.offer(b, a, distance);
    }
  }
}
