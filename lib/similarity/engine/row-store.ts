import { Columns, type Facets } from "./columns";
import { IdTable, wordsOf } from "./id-table";
import { type Scan, scanOver } from "./scan-module";
import { LARGEST_RUN, nextRunSize, type Run, SlotAllocator, SMALLEST_RUN } from "./slots";
import { DIMENSIONS, quantised } from "./vectors";

export interface IndexedRow {
  /** A UUID. */
  id: string;
  ownerId: string;
  /** From `vectorOf`: 96 numbers. */
  vector: Float32Array;
  facets: Facets;
}

const PAGE_BYTES = 65_536;
/** The query and the scores of one run share the first page of the memory. */
export const QUERY_ADDRESS = 0;
export const SCORES_ADDRESS = 1024;
const ROWS_ADDRESS = PAGE_BYTES;
const GROWN_PAGES = 64;

/**
 * Vectors of many owners with what searches filter by. An owner's rows lie together, so that a search reads only them.
 * High bytes lie in the memory of the scan, low bytes beside it: the scan chooses candidates, both bytes rank them.
 */
export class RowStore {
  readonly columns = new Columns();
  readonly memory = new WebAssembly.Memory({ initial: 1, maximum: PAGE_BYTES });
  readonly scan: Scan = scanOver(this.memory);
  readonly #slots = new SlotAllocator();
  readonly #ids = new IdTable();
  readonly #owners = new Map<string, Run[]>();
  /** By the run's first slot. */
  readonly #runs = new Map<number, { run: Run; ownerId: string }>();

  get rows(): number {
    return this.#ids.size;
  }

  get owners(): number {
    return this.#owners.size;
  }

  get bytes(): number {
    return this.memory.buffer.byteLength + this.columns.bytes + this.#ids.bytes;
  }

  runsOf(ownerId: string): readonly Run[] {
    return this.#owners.get(ownerId) ?? [];
  }

  *allRuns(): Generator<Run> {
    for (const runs of this.#owners.values()) yield* runs;
  }

  slotOf(id: string): number | undefined {
    return this.#ids.get(id);
  }

  ownerOf(slot: number): string | undefined {
    return this.#runAt(slot)?.ownerId;
  }

  highBytes(slot: number, rows = 1): Int8Array {
    return new Int8Array(this.memory.buffer, rowAddress(slot), rows * DIMENSIONS);
  }

  set(row: IndexedRow): void {
    const known = this.#ids.get(row.id);
    if (known !== undefined && this.ownerOf(known) === row.ownerId) {
      this.#write(known, row);
      return;
    }
    if (known !== undefined) this.delete(row.id);
    const runs = this.#owners.get(row.ownerId) ?? [];
    this.#owners.set(row.ownerId, runs);
    const run = this.#roomIn(runs, row.ownerId);
    const slot = run.start + run.count;
    run.count++;
    this.#ids.set(row.id, slot);
    this.#write(slot, row);
  }

  /** The owner's last row takes the place of the deleted one, so that runs have no holes. */
  delete(id: string): void {
    const slot = this.#ids.get(id);
    if (slot === undefined) return;
    const ownerId = this.ownerOf(slot);
    const runs = this.#owners.get(ownerId ?? "");
    const last = runs?.at(-1);
    if (!ownerId || !runs || !last) return;
    this.#ids.delete(id);
    const lastSlot = last.start + last.count - 1;
    this.columns.clear(slot);
    if (lastSlot !== slot) {
      this.#ids.set(this.idAt(lastSlot), slot);
      this.highBytes(slot).set(this.highBytes(lastSlot));
      this.columns.move(lastSlot, slot);
    }
    last.count--;
    if (last.count > 0) return;
    runs.pop();
    this.#runs.delete(last.start);
    this.#slots.giveBack(last);
    if (runs.length === 0) this.#owners.delete(ownerId);
  }

  idAt(slot: number): string {
    const hex = Array.from(this.columns.id.of(slot), (word) => word.toString(16).padStart(8, "0")).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  #roomIn(runs: Run[], ownerId: string): Run {
    const last = runs.at(-1);
    if (last && last.count < last.size) return last;
    const rows = runs.reduce((sum, run) => sum + run.count, 0);
    const run = this.#slots.take(nextRunSize(rows));
    this.#reach(this.#slots.end);
    runs.push(run);
    this.#runs.set(run.start, { run, ownerId });
    return run;
  }

  /** A run starts at a multiple of its size, so there are few places to look. */
  #runAt(slot: number): { run: Run; ownerId: string } | undefined {
    for (let size = SMALLEST_RUN; size <= LARGEST_RUN; size *= 2) {
      const found = this.#runs.get(slot - (slot % size));
      if (found && slot < found.run.start + found.run.size) return found;
    }
    return undefined;
  }

  #write(slot: number, { id, vector, facets }: IndexedRow): void {
    const high = this.highBytes(slot);
    const low = this.columns.low.of(slot);
    for (let at = 0; at < DIMENSIONS; at++) {
      const bytes = quantised(vector[at] ?? 0);
      high[at] = bytes.high;
      low[at] = bytes.low;
    }
    this.columns.id.of(slot).set(wordsOf(id));
    this.columns.write(slot, facets);
  }

  #reach(slots: number): void {
    this.columns.reach(slots);
    const missing = rowAddress(slots) - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.max(GROWN_PAGES, Math.ceil(missing / PAGE_BYTES)));
  }
}

export const rowAddress = (slot: number) => ROWS_ADDRESS + slot * DIMENSIONS;
