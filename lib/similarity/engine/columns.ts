/** What searches filter by. Kept beside the vectors, so that a filter costs no question to the database. */
export interface Facets {
  bpm: number | null;
  /** 0–11 major, 12–23 minor, by tonic. */
  key: number | null;
  seconds: number;
  lufs: number | null;
  /** Index in a list of kinds that the caller keeps. */
  kind: number;
  /** Bits that the caller gives a meaning. */
  flags: number;
  /** Seconds since 1970. */
  added: number;
  /** Numbers of labels (tags, instruments, folders …) that the caller keeps. */
  labels: readonly number[];
}

const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;
const NONE = -1;

type Numbers = Float32Array | Float64Array | Uint8Array | Int8Array | Uint32Array | Int32Array;

/** A column of numbers that grows by chunks, so that growing copies nothing. */
class Column<T extends Numbers> {
  readonly #chunks: T[] = [];
  readonly #make: (length: number) => T;
  readonly #width: number;

  constructor(make: (length: number) => T, width = 1) {
    this.#make = make;
    this.#width = width;
  }

  get bytes(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
  }

  reach(slots: number): void {
    while (this.#chunks.length << CHUNK_BITS < slots) this.#chunks.push(this.#make(CHUNK * this.#width));
  }

  get(slot: number): number {
    return this.#chunks[slot >> CHUNK_BITS]?.[slot & (CHUNK - 1)] ?? 0;
  }

  set(slot: number, value: number): void {
    const chunk = this.#chunks[slot >> CHUNK_BITS];
    if (chunk) chunk[slot & (CHUNK - 1)] = value;
  }

  /** The values of a slot, of which there are as many as the column is wide. */
  of(slot: number): T {
    const chunk = this.#chunks[slot >> CHUNK_BITS];
    const start = (slot & (CHUNK - 1)) * this.#width;
    return (chunk ?? this.#make(0)).subarray(start, start + this.#width) as T;
  }

  move(from: number, to: number): void {
    (this.of(to) as Uint8Array).set(this.of(from) as Uint8Array);
  }
}

/** The columns of all slots. */
export class Columns {
  readonly bpm = new Column((length) => new Float32Array(length));
  readonly key = new Column((length) => new Int8Array(length));
  readonly seconds = new Column((length) => new Float32Array(length));
  readonly lufs = new Column((length) => new Float32Array(length));
  readonly kind = new Column((length) => new Uint8Array(length));
  readonly flags = new Column((length) => new Uint32Array(length));
  readonly added = new Column((length) => new Float64Array(length));
  readonly id = new Column((length) => new Uint32Array(length), 4);
  readonly low = new Column<Int8Array>((length) => new Int8Array(length), 96);
  /** Where a slot's labels begin in the pool, and how many there are. */
  readonly #labelStart = new Column((length) => new Uint32Array(length));
  readonly #labelCount = new Column((length) => new Uint8Array(length));
  #pool = new Uint32Array(1024);
  #poolEnd = 0;
  #poolWaste = 0;

  get #all() {
    const { bpm, key, seconds, lufs, kind, flags, added, id, low } = this;
    return [bpm, key, seconds, lufs, kind, flags, added, id, low, this.#labelStart, this.#labelCount];
  }

  get bytes(): number {
    return this.#all.reduce((sum, column) => sum + column.bytes, this.#pool.byteLength);
  }

  reach(slots: number): void {
    for (const column of this.#all) column.reach(slots);
  }

  write(slot: number, facets: Facets): void {
    this.bpm.set(slot, facets.bpm ?? Number.NaN);
    this.key.set(slot, facets.key ?? NONE);
    this.seconds.set(slot, facets.seconds);
    this.lufs.set(slot, facets.lufs ?? Number.NaN);
    this.kind.set(slot, facets.kind);
    this.flags.set(slot, facets.flags);
    this.added.set(slot, facets.added);
    this.#writeLabels(slot, facets.labels.slice(0, 255));
  }

  move(from: number, to: number): void {
    for (const column of this.#all) column.move(from, to);
    this.#labelCount.set(from, 0);
  }

  /** Forgets the slot's labels; everything else is overwritten by its next row. */
  clear(slot: number): void {
    this.#poolWaste += this.#labelCount.get(slot);
    this.#labelCount.set(slot, 0);
  }

  hasLabel(slot: number, label: number): boolean {
    const start = this.#labelStart.get(slot);
    const end = start + this.#labelCount.get(slot);
    for (let at = start; at < end; at++) if (this.#pool[at] === label) return true;
    return false;
  }

  /** Whether so much of the label pool is waste that building the store anew is worth it. */
  get isWasteful(): boolean {
    return this.#poolWaste > 1_000_000 && this.#poolWaste * 2 > this.#poolEnd;
  }

  #writeLabels(slot: number, labels: readonly number[]): void {
    this.clear(slot);
    if (this.#poolEnd + labels.length > this.#pool.length) {
      const grown = new Uint32Array(Math.max(this.#pool.length * 1.5, this.#poolEnd + labels.length));
      grown.set(this.#pool);
      this.#pool = grown;
    }
    this.#pool.set(labels, this.#poolEnd);
    this.#labelStart.set(slot, this.#poolEnd);
    this.#labelCount.set(slot, labels.length);
    this.#poolEnd += labels.length;
  }
}
