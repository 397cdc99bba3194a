const CHUNK_BITS = 14;
const CHUNK_ROWS = 1 << CHUNK_BITS;
const WITHIN = CHUNK_ROWS - 1;

type Numbers = Int8Array | Int32Array | Uint32Array | Float64Array;

/**
 * `width` numbers for each row. It grows in pieces of 16,384 rows, so that growing copies nothing and never needs twice
 * the memory.
 */
export class Column<Kind extends Numbers> {
  readonly #chunks: Kind[] = [];

  constructor(
    private readonly make: (length: number) => Kind,
    private readonly width: number,
  ) {}

  get bytes(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
  }

  reserve(rows: number): void {
    while (this.#chunks.length * CHUNK_ROWS < rows) this.#chunks.push(this.make(CHUNK_ROWS * this.width));
  }

  /** The piece that has the row, and where in it the row begins. */
  chunkOf(slot: number): Kind {
    return this.#chunks[slot >>> CHUNK_BITS] as Kind;
  }

  offsetOf(slot: number): number {
    return (slot & WITHIN) * this.width;
  }

  /** For columns of width 1. */
  get(slot: number): number {
    return this.chunkOf(slot)[slot & WITHIN] as number;
  }

  set(slot: number, value: number): void {
    this.chunkOf(slot)[slot & WITHIN] = value;
  }

  copyRow(from: number, to: number): void {
    const source = this.chunkOf(from);
    const start = this.offsetOf(from);
    this.chunkOf(to).set(source.subarray(start, start + this.width), this.offsetOf(to));
  }
}
