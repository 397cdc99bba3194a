import { Column } from "./column";
import { FacetRows } from "./facet-rows";

const FIRST_ROOM = 4096;
const NOTHING = 0;
/** Of numbers that are free. */
const NO_ROWS = new FacetRows();

/**
 * The facets of every row as numbers: each different text has one, which is free again when no row has the text any more.
 * A row's numbers stand together in one large array; the room of a list that goes is used by the next of its length. The other way round, each number has the rows that have it, so that a rare facet is found without a scan.
 */
export class FacetLists {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #uses: number[] = [];
  readonly #rowsOf: FacetRows[] = [];
  readonly #freeNumbers: number[] = [];
  /** Where each row's list is: its length, then its numbers. 0 for a row without facets. */
  readonly #places = new Column((length) => new Uint32Array(length), 1);
  readonly #freePlaces = new Map<number, number[]>();
  #lists = new Uint32Array(FIRST_ROOM);
  #end = 1;
  #textBytes = 0;

  /** Those of texts are an estimate. */
  get bytes(): number {
    const rows = this.#rowsOf.reduce((sum, { bytes }) => sum + bytes, 0);
    return this.#places.bytes + this.#lists.byteLength + this.#textBytes + rows;
  }

  reserve(rows: number): void {
    this.#places.reserve(rows);
  }

  /** The number of a text, or −1 if no row has it. */
  numberOf(text: string): number {
    return this.#numbers.get(text) ?? -1;
  }

  /** Whether the row has one of these numbers. */
  hasAny(slot: number, numbers: readonly number[]): boolean {
    const place = this.#places.get(slot);
    const lists = this.#lists;
    const end = place === NOTHING ? NOTHING : place + (lists[place] as number);
    for (let at = place + 1; at <= end; at++) {
      if (numbers.includes(lists[at] as number)) return true;
    }
    return false;
  }

  /** At least as many rows as have one of these numbers. */
  countOf(numbers: readonly number[]): number {
    return numbers.reduce((sum, number) => sum + (this.#rowsOf[number]?.count ?? 0), 0);
  }

  /** The rows of all owners that have this number, each once, in any order. */
  rowsOf(number: number): Uint32Array {
    return this.#rowsOf[number]?.read(this.#having(number)) ?? new Uint32Array();
  }

  /** Sets the facets of a row that has none, or had others. */
  replace(slot: number, texts: readonly string[]): void {
    if (this.#hasExactly(slot, texts)) return;
    this.clear(slot);
    if (texts.length === 0) return;
    const place = this.#placeFor(texts.length);
    this.#lists[place] = texts.length;
    for (const [i, text] of texts.entries()) {
      const number = this.#use(text);
      this.#lists[place + 1 + i] = number;
      this.#rowsOf[number]?.add(slot);
    }
    this.#places.set(slot, place);
  }

  clear(slot: number): void {
    const place = this.#places.get(slot);
    if (place === NOTHING) return;
    this.#places.set(slot, NOTHING);
    const length = this.#lists[place] as number;
    for (let i = 1; i <= length; i++) this.#release(this.#lists[place + i] as number);
    const free = this.#freePlaces.get(length);
    if (free) free.push(place);
    else this.#freePlaces.set(length, [place]);
  }

  move(from: number, to: number): void {
    const place = this.#places.get(from);
    this.#places.set(to, place);
    this.#places.set(from, NOTHING);
    const length = place === NOTHING ? 0 : (this.#lists[place] as number);
    for (let i = 1; i <= length; i++) {
      const number = this.#lists[place + i] as number;
      this.#rowsOf[number]?.add(to);
      this.#rowsOf[number]?.markStale(this.#uses[number] ?? 0, this.#having(number));
    }
  }

  #having(number: number): (slot: number) => boolean {
    const numbers = [number];
    return (slot) => this.hasAny(slot, numbers);
  }

  #hasExactly(slot: number, texts: readonly string[]): boolean {
    const place = this.#places.get(slot);
    if (place === NOTHING || this.#lists[place] !== texts.length) return false;
    return texts.every((text, i) => this.#lists[place + 1 + i] === this.numberOf(text));
  }

  #placeFor(length: number): number {
    const free = this.#freePlaces.get(length)?.pop();
    if (free !== undefined) return free;
    const place = this.#end;
    this.#end += length + 1;
    if (this.#end > this.#lists.length) {
      const larger = new Uint32Array(Math.max(this.#end, Math.ceil(this.#lists.length * 1.5)));
      larger.set(this.#lists);
      this.#lists = larger;
    }
    return place;
  }

  #use(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) {
      this.#uses[known] = (this.#uses[known] ?? 0) + 1;
      return known;
    }
    const number = this.#freeNumbers.pop() ?? this.#texts.length;
    this.#numbers.set(text, number);
    this.#texts[number] = text;
    this.#uses[number] = 1;
    this.#rowsOf[number] = new FacetRows();
    this.#textBytes += bytesOf(text);
    return number;
  }

  #release(number: number): void {
    const uses = (this.#uses[number] ?? 0) - 1;
    this.#uses[number] = uses;
    if (uses > 0) {
      this.#rowsOf[number]?.markStale(uses, this.#having(number));
      return;
    }
    this.#rowsOf[number] = NO_ROWS;
    const text = this.#texts[number] ?? "";
    this.#numbers.delete(text);
    this.#texts[number] = "";
    this.#freeNumbers.push(number);
    this.#textBytes -= bytesOf(text);
  }
}

/** A text of one byte a character, its entry in the Map, and its count. */
const bytesOf = (text: string) => text.length + 80;
