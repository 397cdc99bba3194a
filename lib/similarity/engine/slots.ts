/** Rows of one run. Runs have sizes of powers of two between these. */
export const SMALLEST_RUN = 16;
export const LARGEST_RUN = 1024;

/** Consecutive slots that hold rows of one owner; the first `count` are taken. */
export interface Run {
  start: number;
  size: number;
  count: number;
}

/**
 * Gives out runs of slots. Each run starts at a multiple of its size, so that none crosses the edge of a column's
 * chunk. Returned runs are given out again, and halved where a smaller one is wanted.
 */
export class SlotAllocator {
  #end = 0;
  readonly #free = new Map<number, number[]>();

  /** Slots that were ever given out. */
  get end(): number {
    return this.#end;
  }

  take(size: number): Run {
    return { start: this.#reuse(size) ?? this.#extend(size), size, count: 0 };
  }

  giveBack(run: Run): void {
    this.#freeOf(run.size).push(run.start);
  }

  #reuse(size: number): number | undefined {
    for (let larger = size; larger <= LARGEST_RUN; larger *= 2) {
      const start = this.#freeOf(larger).pop();
      if (start === undefined) continue;
      for (let half = larger / 2; half >= size; half /= 2) this.#freeOf(half).push(start + half);
      return start;
    }
    return undefined;
  }

  #extend(size: number): number {
    const start = Math.ceil(this.#end / size) * size;
    // What lies between becomes free runs of the sizes that fit.
    for (let at = this.#end; at < start; ) {
      const fitting = at & -at;
      const part = Math.min(fitting === 0 ? size : fitting, LARGEST_RUN, start - at);
      this.#freeOf(part).push(at);
      at += part;
    }
    this.#end = start + size;
    return start;
  }

  #freeOf(size: number): number[] {
    const list = this.#free.get(size) ?? [];
    this.#free.set(size, list);
    return list;
  }
}

/** Few rows take small runs, many rows large ones: at most a third or so of an owner's slots stands empty. */
export function nextRunSize(rows: number): number {
  let size = SMALLEST_RUN;
  while (size < LARGEST_RUN && size * 4 <= rows) size *= 2;
  return size;
}
