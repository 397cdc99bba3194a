const SMALLEST_BITS = 4;
const LARGEST_BITS = 10;
const SMALLEST = 1 << SMALLEST_BITS;
const LARGEST = 1 << LARGEST_BITS;

/** `size` rows in a row, a power of two from 16 to 1024, at a multiple of its size. */
export interface Run {
  start: number;
  size: number;
}

/** All rows of one owner. Every run but the last is full. */
export interface OwnerRows {
  ownerId: string;
  runs: Run[];
  count: number;
  /** Of all runs together. */
  room: number;
  /** Grows when rows move or go, so that a scan that was interrupted knows that it may have missed some. */
  moves: number;
}

/** How many rows of the owner's run with this number are in use. */
export function usedRows(owner: OwnerRows, run: number): number {
  const size = owner.runs[run]?.size ?? 0;
  return run === owner.runs.length - 1 ? owner.count - (owner.room - size) : size;
}

/**
 * Gives out rows so that those of one owner lie together: each further run is as large as all before it, up to 1024. A
 * scan of one owner then reads few long pieces, and at most half of a small owner's rows are empty.
 */
export class Slots {
  readonly #owners = new Map<string, OwnerRows>();
  /** By the size of a run, as a power of two from 16 on: where free ones start. */
  readonly #free: Set<number>[] = Array.from({ length: LARGEST_BITS - SMALLEST_BITS + 1 }, () => new Set<number>());
  /** The owner of every 16 rows. */
  readonly #ownerOf: (OwnerRows | null)[] = [];
  #end = 0;

  /** Rows below this number have been given out at some time. */
  get end(): number {
    return this.#end;
  }

  get owners(): number {
    return this.#owners.size;
  }

  of(ownerId: string): OwnerRows | undefined {
    return this.#owners.get(ownerId);
  }

  /** The owner of a row in use. */
  ownerOf(slot: number): OwnerRows {
    const owner = this.#ownerOf[slot >>> SMALLEST_BITS];
    if (!owner) throw new Error(`row ${slot} belongs to nobody`);
    return owner;
  }

  isOf(owner: OwnerRows, slot: number): boolean {
    return this.#ownerOf[slot >>> SMALLEST_BITS] === owner;
  }

  /** The next row of this owner. */
  take(ownerId: string): number {
    let owner = this.#owners.get(ownerId);
    if (!owner) {
      owner = { ownerId, runs: [], count: 0, room: 0, moves: 0 };
      this.#owners.set(ownerId, owner);
    }
    if (owner.count === owner.room) {
      const run = this.#takeRun(Math.min(LARGEST, Math.max(SMALLEST, owner.room)), owner);
      owner.runs.push(run);
      owner.room += run.size;
    }
    owner.count++;
    return lastOf(owner);
  }

  /** The row of this owner that was taken last: to fill the place of one that goes. */
  lastOf(owner: OwnerRows): number {
    return lastOf(owner);
  }

  /** Gives the owner's last row back. */
  drop(owner: OwnerRows): void {
    owner.count--;
    owner.moves++;
    const run = owner.runs.at(-1);
    if (run && owner.count === owner.room - run.size) {
      owner.runs.pop();
      owner.room -= run.size;
      this.#giveRun(run);
    }
    if (owner.count === 0) this.#owners.delete(owner.ownerId);
  }

  #takeRun(size: number, owner: OwnerRows): Run {
    const start = this.#startOfFree(size);
    for (let granule = start; granule < start + size; granule += SMALLEST) {
      this.#ownerOf[granule >>> SMALLEST_BITS] = owner;
    }
    return { start, size };
  }

  /** Splits a larger free run if there is none of this size. */
  #startOfFree(size: number): number {
    const free = this.#freeOf(size);
    const [start] = free;
    if (start !== undefined) {
      free.delete(start);
      return start;
    }
    if (size === LARGEST) {
      this.#end += LARGEST;
      return this.#end - LARGEST;
    }
    const larger = this.#startOfFree(size * 2);
    free.add(larger + size);
    return larger;
  }

  /** Joins it with its other half if that is free too. */
  #giveRun({ start, size }: Run): void {
    for (let granule = start; granule < start + size; granule += SMALLEST) {
      this.#ownerOf[granule >>> SMALLEST_BITS] = null;
    }
    let [from, length] = [start, size];
    while (length < LARGEST && this.#freeOf(length).delete(from ^ length)) {
      from = Math.min(from, from ^ length);
      length *= 2;
    }
    this.#freeOf(length).add(from);
  }

  #freeOf(size: number): Set<number> {
    return this.#free[Math.log2(size) - SMALLEST_BITS] as Set<number>;
  }
}

function lastOf(owner: OwnerRows): number {
  const last = owner.runs.length - 1;
  return (owner.runs[last]?.start ?? 0) + usedRows(owner, last) - 1;
}
