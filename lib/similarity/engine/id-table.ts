/** From 16-byte ids to numbers, without one object an entry: a million ids cost 32 MB, a Map more than 100. */
export class IdTable {
  #keys = new Uint32Array(4 * 1024);
  #values = new Int32Array(1024).fill(-1);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#keys.byteLength + this.#values.byteLength;
  }

  get(id: string): number | undefined {
    const at = this.#find(wordsOf(id));
    const value = this.#values[at];
    return value === undefined || value === -1 ? undefined : value;
  }

  set(id: string, value: number): void {
    if ((this.#count + 1) * 3 > this.#values.length * 2) this.#grow();
    const words = wordsOf(id);
    const at = this.#find(words);
    if (this.#values[at] === -1) this.#count++;
    this.#keys.set(words, at * 4);
    this.#values[at] = value;
  }

  /** Moves later entries of the same cluster up (Knuth's algorithm R), so that no tombstones pile up. */
  delete(id: string): void {
    let hole = this.#find(wordsOf(id));
    if (this.#values[hole] === -1) return;
    this.#count--;
    const mask = this.#values.length - 1;
    for (let at = (hole + 1) & mask; this.#values[at] !== -1; at = (at + 1) & mask) {
      const home = homeOf(this.#keys.subarray(at * 4, at * 4 + 4)) & mask;
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      this.#keys.copyWithin(hole * 4, at * 4, at * 4 + 4);
      this.#values[hole] = this.#values[at] ?? -1;
      hole = at;
    }
    this.#values[hole] = -1;
  }

  #find(words: Uint32Array): number {
    const mask = this.#values.length - 1;
    let at = homeOf(words) & mask;
    while (this.#values[at] !== -1 && !this.#holds(at, words)) at = (at + 1) & mask;
    return at;
  }

  #holds(at: number, words: Uint32Array): boolean {
    for (let word = 0; word < 4; word++) if (this.#keys[at * 4 + word] !== words[word]) return false;
    return true;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#values = new Int32Array(values.length * 2).fill(-1);
    for (let at = 0; at < values.length; at++) {
      const value = values[at];
      if (value === undefined || value === -1) continue;
      const words = keys.subarray(at * 4, at * 4 + 4);
      const to = this.#find(words);
      this.#keys.set(words, to * 4);
      this.#values[to] = value;
    }
  }
}

/** Ids of version 7 begin with their time, so all words take part. */
function homeOf(words: Uint32Array): number {
  let hash = 0;
  for (const word of words) hash = Math.imul(hash ^ word ^ (word >>> 15), 0x9e3779b1);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function wordsOf(id: string): Uint32Array {
  const hex = id.replaceAll("-", "");
  const word = (at: number) => Number.parseInt(hex.slice(at * 8, at * 8 + 8), 16);
  return Uint32Array.of(word(0), word(1), word(2), word(3));
}
