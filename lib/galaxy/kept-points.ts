/** As much as twenty galaxies of 50,000 points. */
const BYTES_MAX = 32 * 1024 ** 2;

interface Kept {
  version: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The galaxies that were asked for last, in the version that they had. To read one of 50,000 points takes a quarter of a second. */
export class KeptPoints {
  readonly #kept = new Map<string, Kept>();
  readonly #bytesMax: number;
  #bytes = 0;

  constructor(bytesMax = BYTES_MAX) {
    this.#bytesMax = bytesMax;
  }

  async get(owner: string, version: string, read: () => Promise<Kept["bytes"]>): Promise<Kept["bytes"]> {
    const kept = this.#kept.get(owner);
    const bytes = kept?.version === version ? kept.bytes : await read();
    this.#forget(owner);
    this.#keep(owner, { version, bytes });
    return bytes;
  }

  #keep(owner: string, entry: Kept): void {
    this.#kept.set(owner, entry);
    this.#bytes += entry.bytes.byteLength;
    for (const longestAgo of this.#kept.keys()) {
      if (this.#bytes <= this.#bytesMax) return;
      this.#forget(longestAgo);
    }
  }

  #forget(owner: string): void {
    this.#bytes -= this.#kept.get(owner)?.bytes.byteLength ?? 0;
    this.#kept.delete(owner);
  }
}
