/**
 * How many rows each page of a list has. They begin equal; a row that leaves makes its page shorter, and all behind it
 * move up by one.
 */
export class PageSizes {
  readonly #sizes: number[];
  #starts: number[] | null = null;

  constructor(total: number, perPage: number) {
    const full = Math.floor(total / perPage);
    this.#sizes = Array.from({ length: full }, () => perPage);
    if (total % perPage > 0) this.#sizes.push(total % perPage);
  }

  get total(): number {
    const last = this.#sizes.length - 1;
    return last < 0 ? 0 : this.startOf(last) + this.sizeOf(last);
  }

  get pages(): number {
    return this.#sizes.length;
  }

  sizeOf(page: number): number {
    return this.#sizes[page] ?? 0;
  }

  /** The index of the first row of a page. */
  startOf(page: number): number {
    if (!this.#starts) {
      let next = 0;
      this.#starts = this.#sizes.map((size) => {
        const start = next;
        next += size;
        return start;
      });
    }
    return this.#starts[page] ?? 0;
  }

  /** The page that a row is on. */
  pageOf(index: number): number {
    let [low, high] = [0, this.#sizes.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.startOf(middle) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  shrink(page: number, by: number): void {
    this.#sizes[page] = Math.max(0, this.sizeOf(page) - by);
    this.#starts = null;
  }
}
