import { Column } from "./column";
import { type IdWords, idOfWords } from "./row-ids";

const FREE = -1;
const SMALLEST = 1024;

/**
 * Which row a sample has: the ids of all rows, and a table from id to row by open addressing with linear probing. 22
 * bytes a row, where a Map of texts needs 150.
 */
export class IdTable {
  readonly #ids = new Column((length) => new Uint32Array(length), 4);
  #slots = new Int32Array(SMALLEST).fill(FREE);
  #count = 0;

  get bytes(): number {
    return this.#ids.bytes + this.#slots.byteLength;
  }

  reserve(rows: number): void {
    this.#ids.reserve(rows);
  }

  /** The row with this id, or −1. */
  find(id: IdWords): number {
    return this.#slots[this.#positionOf(id)] as number;
  }

  idAt(slot: number): string {
    return idOfWords(this.wordsAt(slot));
  }

  wordsAt(slot: number): IdWords {
    const chunk = this.#ids.chunkOf(slot);
    const at = this.#ids.offsetOf(slot);
    return [chunk[at] ?? 0, chunk[at + 1] ?? 0, chunk[at + 2] ?? 0, chunk[at + 3] ?? 0];
  }

  /** The id must not be in the table yet. */
  add(id: IdWords, slot: number): void {
    if ((this.#count + 1) * 3 > this.#slots.length * 2) this.#grow();
    this.#ids.chunkOf(slot).set(id, this.#ids.offsetOf(slot));
    this.#slots[this.#positionOf(id)] = slot;
    this.#count++;
  }

  /** The row's values now stand in another slot. */
  move(from: number, to: number): void {
    const position = this.#positionOf(this.wordsAt(from));
    this.#ids.copyRow(from, to);
    this.#slots[position] = to;
  }

  remove(slot: number): void {
    let hole = this.#positionOf(this.wordsAt(slot));
    this.#slots[hole] = FREE;
    this.#count--;
    // Entries behind the hole move up if a search for them would stop at it.
    const mask = this.#slots.length - 1;
    for (let next = (hole + 1) & mask; this.#slots[next] !== FREE; next = (next + 1) & mask) {
      const entry = this.#slots[next] as number;
      const home = hash(this.wordsAt(entry)) & mask;
      if (((next - home) & mask) < ((next - hole) & mask)) continue;
      this.#slots[hole] = entry;
      this.#slots[next] = FREE;
      hole = next;
    }
  }

  /** Where the id's entry is, or where it would be written. */
  #positionOf(id: IdWords): number {
    const mask = this.#slots.length - 1;
    let position = hash(id) & mask;
    for (;;) {
      const slot = this.#slots[position] as number;
      if (slot === FREE || this.#isAt(slot, id)) return position;
      position = (position + 1) & mask;
    }
  }

  #isAt(slot: number, id: IdWords): boolean {
    const chunk = this.#ids.chunkOf(slot);
    const at = this.#ids.offsetOf(slot);
    return chunk[at] === id[0] && chunk[at + 1] === id[1] && chunk[at + 2] === id[2] && chunk[at + 3] === id[3];
  }

  #grow(): void {
    const entries = this.#slots;
    this.#slots = new Int32Array(entries.length * 2).fill(FREE);
    const mask = this.#slots.length - 1;
    for (const slot of entries) {
      if (slot === FREE) continue;
      let position = hash(this.wordsAt(slot)) & mask;
      while (this.#slots[position] !== FREE) position = (position + 1) & mask;
      this.#slots[position] = slot;
    }
  }
}

/** The first words of a UUIDv7 are a time; the last are random. All count, in case somebody made ids by hand. */
function hash([a, b, c, d]: IdWords): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d) ^ Math.imul(d, 0x27d4eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
