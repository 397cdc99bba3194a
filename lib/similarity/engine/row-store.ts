import { NUMBERS, type NumberName } from "@/lib/search-query/filter";
import { Column } from "./column";
import { FacetLists } from "./facet-lists";
import { IdTable } from "./id-table";
import { type IdWords, wordsOfId } from "./row-ids";
import { ScanMemory } from "./scan-memory";
import { type OwnerRows, Slots } from "./slots";
import { splitVector } from "./vectors";

/** What the index knows of a sample. A number that was never measured is null. */
export interface IndexedRow extends Record<NumberName, number | null> {
  sampleId: string;
  ownerId: string;
  /** As `toStoredVector` makes it. */
  vector: Uint8Array;
  facets: readonly string[];
  /** Of its document. */
  revision: number;
}

/** It has no UUID, or no vector of this form. Not an error of memory. */
export class InvalidRow extends Error {
  override readonly name = "InvalidRow";
}

const DIMENSIONS = 96;

/**
 * Every sample's vector, facets and numbers, in typed arrays. A row has a number (slot), which changes only when another
 * row of the same owner goes.
 */
export class RowStore {
  readonly slots = new Slots();
  readonly scan = new ScanMemory();
  readonly ids = new IdTable();
  readonly facets = new FacetLists();
  readonly numbers: Record<NumberName, Column<Float64Array>>;
  readonly #revisions = new Column((length) => new Float64Array(length), 1);
  readonly #lower = new Column((length) => new Int8Array(length), DIMENSIONS);
  #rows = 0;
  #revisionSum = 0;

  constructor() {
    const column = () => new Column((length) => new Float64Array(length), 1);
    this.numbers = { bpm: column(), seconds: column(), lufs: column(), addedAt: column() };
  }

  get rows(): number {
    return this.#rows;
  }

  /** Of the revisions of all rows, to compare with the database. Exact up to 2⁵³. */
  get revisionSum(): number {
    return this.#revisionSum;
  }

  /** Of all arrays. What the process takes besides is not in it. */
  get bytes(): number {
    const numbers = NUMBERS.reduce((sum, name) => sum + this.numbers[name].bytes, 0);
    return this.scan.bytes + this.ids.bytes + this.facets.bytes + this.#lower.bytes + this.#revisions.bytes + numbers;
  }

  /** Adds a row, or changes the one with this id. @throws InvalidRow; nothing is changed then */
  put(row: IndexedRow): void {
    const id = wordsOfId(row.sampleId);
    const vector = splitVector(row.vector);
    if (!id || !vector) throw new InvalidRow(`sample ${row.sampleId}`);
    let slot = this.ids.find(id);
    if (slot >= 0 && this.slots.ownerOf(slot).ownerId !== row.ownerId) {
      this.#removeAt(slot);
      slot = -1;
    }
    if (slot < 0) slot = this.#add(id, row.ownerId);
    else this.slots.ownerOf(slot).moves++;
    this.#revisionSum += row.revision - this.#revisions.get(slot);
    this.#revisions.set(slot, row.revision);
    this.scan.rows.set(vector.upper, slot * DIMENSIONS);
    this.#lower.chunkOf(slot).set(vector.lower, this.#lower.offsetOf(slot));
    this.facets.replace(slot, row.facets);
    for (const name of NUMBERS) this.numbers[name].set(slot, row[name] ?? Number.NaN);
  }

  /** Returns false if there was none. */
  remove(sampleId: string): boolean {
    const slot = this.slotOf(sampleId);
    if (slot >= 0) this.#removeAt(slot);
    return slot >= 0;
  }

  /** The row of a sample, or −1. */
  slotOf(sampleId: string): number {
    const id = wordsOfId(sampleId);
    return id ? this.ids.find(id) : -1;
  }

  /** Both bytes of a row's 96 coordinates, in the arrays that have them. */
  vectorAt(slot: number): { upper: Int8Array; upperAt: number; lower: Int8Array; lowerAt: number } {
    const lower = this.#lower.chunkOf(slot);
    return { upper: this.scan.rows, upperAt: slot * DIMENSIONS, lower, lowerAt: this.#lower.offsetOf(slot) };
  }

  #add(id: IdWords, ownerId: string): number {
    const slot = this.slots.take(ownerId);
    const end = this.slots.end;
    this.scan.reserve(end);
    this.ids.reserve(end);
    this.facets.reserve(end);
    this.#lower.reserve(end);
    this.#revisions.reserve(end);
    for (const name of NUMBERS) this.numbers[name].reserve(end);
    this.ids.add(id, slot);
    this.#rows++;
    return slot;
  }

  /** The owner's last row takes the place of the one that goes. */
  #removeAt(slot: number): void {
    const owner: OwnerRows = this.slots.ownerOf(slot);
    const last = this.slots.lastOf(owner);
    this.#revisionSum -= this.#revisions.get(slot);
    this.ids.remove(slot);
    this.facets.clear(slot);
    if (last !== slot) {
      this.ids.move(last, slot);
      this.facets.move(last, slot);
      this.scan.rows.copyWithin(slot * DIMENSIONS, last * DIMENSIONS, (last + 1) * DIMENSIONS);
      this.#lower.copyRow(last, slot);
      for (const name of NUMBERS) this.numbers[name].copyRow(last, slot);
      this.#revisions.copyRow(last, slot);
    }
    this.#revisions.set(last, 0);
    this.slots.drop(owner);
    this.#rows--;
  }
}
