const FIRST_ROOM = 4;
/** A list may have so many rows besides twice those that it should have. */
const SPARE_ROWS = 64;

/**
 * The rows that have one facet. Rows are only ever added; one that goes stays in the list until somebody reads it, or
 * until the list is mostly such rows.
 */
export class FacetRows {
  #rows = new Uint32Array(FIRST_ROOM);
  #count = 0;
  /** Whether there may be rows in it that have gone, or that are in it twice. */
  #isStale = false;

  get bytes(): number {
    return this.#rows.byteLength;
  }

  /** How many rows it has at most. */
  get count(): number {
    return this.#count;
  }

  add(slot: number): void {
    if (this.#count === this.#rows.length) {
      const larger = new Uint32Array(Math.ceil(this.#count * 1.5));
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[this.#count++] = slot;
  }

  /** A row no longer has the facet, or has moved. `uses` is how many still have it. */
  markStale(uses: number, has: (slot: number) => boolean): void {
    this.#isStale = true;
    if (this.#count > 2 * uses + SPARE_ROWS) this.#tidy(has);
  }

  /** A copy of the rows, each once. */
  read(has: (slot: number) => boolean): Uint32Array {
    if (this.#isStale) this.#tidy(has);
    return this.#rows.slice(0, this.#count);
  }

  #tidy(has: (slot: number) => boolean): void {
    const sorted = this.#rows.subarray(0, this.#count).sort();
    let kept = 0;
    let last = -1;
    for (const slot of sorted) {
      if (slot !== last && has(slot)) sorted[kept++] = slot;
      last = slot;
    }
    this.#count = kept;
    this.#isStale = false;
  }
}
