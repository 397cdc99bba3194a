const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const ID_BYTES = 16;

/** The ids of the points, which travel as bytes, in writing and back. Written when they are asked for. */
export class PointIds {
  readonly #count: number;
  #indexes: Map<string, number> | null = null;

  constructor(private readonly bytes: Uint8Array) {
    this.#count = Math.floor(bytes.length / ID_BYTES);
  }

  /** @throws RangeError if there is no such point */
  at(index: number): string {
    if (!(index >= 0 && index < this.#count)) throw new RangeError(`no point ${index}`);
    let id = "";
    for (let byte = 0; byte < ID_BYTES; byte++) {
      if (byte === 4 || byte === 6 || byte === 8 || byte === 10) id += "-";
      id += HEX[this.bytes[index * ID_BYTES + byte] as number];
    }
    return id;
  }

  /** −1 for a sample that has no place. */
  indexOf(id: string): number {
    this.#indexes ??= new Map(Array.from({ length: this.#count }, (_, index) => [this.at(index), index]));
    return this.#indexes.get(id) ?? -1;
  }
}
