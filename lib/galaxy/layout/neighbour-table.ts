/** The nearest neighbours of each point that are known so far: row by row, the nearest first. */
export class NeighbourTable {
  /** `count` × `size`; −1 where there is none. */
  readonly ids: Int32Array;
  readonly squared: Float32Array;
  /** 1 where a neighbour has not been asked for its own neighbours yet. */
  readonly isNew: Uint8Array;

  constructor(
    readonly count: number,
    /** How many of each point. */
    readonly size: number,
  ) {
    this.ids = new Int32Array(count * size).fill(-1);
    this.squared = new Float32Array(count * size).fill(Number.POSITIVE_INFINITY);
    this.isNew = new Uint8Array(count * size);
  }

  /** The distance of the last neighbour of a point: what is not nearer is of no use. */
  reach(point: number): number {
    return this.squared[(point + 1) * this.size - 1] as number;
  }

  /** Puts a neighbour where it belongs. Returns whether it was new and near enough. */
  offer(point: number, other: number, distance: number): boolean {
    const { ids, squared, isNew, size } = this;
    const first = point * size;
    let at = first + size - 1;
    if (distance >= (squared[at] as number)) return false;
    for (let i = at; i >= first; i--) if (ids[i] === other) return false;
    for (; at > first && (squared[at - 1] as number) > distance; at--) {
      ids[at] = ids[at - 1] as number;
      squared[at] = squared[at - 1] as number;
      isNew[at] = isNew[at - 1] as number;
    }
    ids[at] = other;
    squared[at] = distance;
    isNew[at] = 1;
    return true;
  }
}
