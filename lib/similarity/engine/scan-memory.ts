import { SCAN_MODULE } from "./scan-module";

const DIMENSIONS = 96;
const PAGE_BYTES = 65_536;
/** Rows whose sums one call can return. */
export const SCAN_ROWS_MAX = 16_384;
const QUERY_ADDRESS = 0;
const SUMS_ADDRESS = PAGE_BYTES;
const ROWS_ADDRESS = SUMS_ADDRESS + SCAN_ROWS_MAX * 4;
/** WebAssembly addresses 4 GiB: 44 million rows. */
const PAGES_MAX = 65_536;
/** Rows by which the memory grows: 1.5 MiB. */
const GROWTH_ROWS = 16_384;

type Scan = (row: number, rows: number, query: number, sums: number) => void;

let compiled: WebAssembly.Module | undefined;

/** The upper bytes of all vectors, where WebAssembly can read them. It grows and never shrinks. */
export class ScanMemory {
  readonly #memory = new WebAssembly.Memory({ initial: ROWS_ADDRESS / PAGE_BYTES, maximum: PAGES_MAX });
  readonly #scan: Scan;
  #capacity = 0;
  #rows = new Int8Array(0);

  constructor() {
    compiled ??= new WebAssembly.Module(Buffer.from(SCAN_MODULE, "base64"));
    const instance = new WebAssembly.Instance(compiled, { scan: { memory: this.#memory } });
    this.#scan = instance.exports.scan as Scan;
  }

  get bytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /** Makes room for this many rows. @throws RangeError if there is no memory left */
  reserve(rows: number): void {
    if (rows <= this.#capacity) return;
    const capacity = Math.ceil(rows / GROWTH_ROWS) * GROWTH_ROWS;
    const pages = Math.ceil((ROWS_ADDRESS + capacity * DIMENSIONS) / PAGE_BYTES);
    this.#memory.grow(pages - this.#memory.buffer.byteLength / PAGE_BYTES);
    this.#capacity = capacity;
    this.#rows = new Int8Array(this.#memory.buffer, ROWS_ADDRESS, capacity * DIMENSIONS);
  }

  /** The 96 numbers of every row, to read and write until the memory grows. */
  get rows(): Int8Array {
    return this.#rows;
  }

  /**
   * The inner products of the query, 96 numbers, with `rows` rows from `slot` on, `SCAN_ROWS_MAX` at most. They stand
   * until the next call.
   */
  scan(query: Int16Array, slot: number, rows: number): Int32Array {
    new Int16Array(this.#memory.buffer, QUERY_ADDRESS, DIMENSIONS).set(query);
    this.#scan(ROWS_ADDRESS + slot * DIMENSIONS, rows, QUERY_ADDRESS, SUMS_ADDRESS);
    return new Int32Array(this.#memory.buffer, SUMS_ADDRESS, rows);
  }
  /** The same for rows that do not lie together, `SCAN_ROWS_MAX` at most. */
  scanEach(query: Int16Array, slots: Uint32Array): Int32Array {
    new Int16Array(this.#memory.buffer, QUERY_ADDRESS, DIMENSIONS).set(query);
    for (let i = 0; i < slots.length; i++) {
      this.#scan(ROWS_ADDRESS + (slots[i] as number) * DIMENSIONS, 1, QUERY_ADDRESS, SUMS_ADDRESS + i * 4);
    }
    return new Int32Array(this.#memory.buffer, SUMS_ADDRESS, slots.length);
  }
}
