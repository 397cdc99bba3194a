const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const ID_BYTES = 16;

/** The ids of the points, which travel as bytes, in writing and back. */
export class PointIds {
  readonly #ids: string[] = [];
  readonly #indexes = new Map<string, number>();

  constructor(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += ID_BYTES) {
      let id = "";
      for (let byte = 0; byte < ID_BYTES; byte++) {
        if (byte === 4 || byte === 6 || byte === 8 || byte === 10) id += "-";
        id += HEX[bytes[at + byte] as number];
      }
      this.#indexes.set(id, this.#ids.length);
      this.#ids.push(id);
    }
  }

  /** @throws RangeError if there is no such point */
  at(index: number): string {
    const id = this.#ids[index];
    if (id === undefined) throw new RangeError(`no point ${index}`);
    return id;
  }

  /** −1 for a sample that has no place. */
  indexOf(id: string): number {
    return this.#indexes.get(id) ?? -1;
  }
}
