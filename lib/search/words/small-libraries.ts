/**
 * A library of so few samples is read as a whole. The index of words finds what begins alike in all libraries together
 * before it comes to one of them.
 */
export const SMALL_LIBRARY = 2000;
/** For so long, a library is taken to be as small as it was. If it has grown meanwhile, an answer takes longer. */
const KNOWN_MS = 30_000;
const OWNERS_MOST = 5000;

/**
 * Whose library was small a moment ago. It is read as a whole, so nothing has to be counted first to find the best way.
 */
export class SmallLibraries {
  readonly #until = new Map<string, number>();

  has(ownerId: string): boolean {
    return performance.now() < (this.#until.get(ownerId) ?? 0);
  }

  note(ownerId: string, isSmall: boolean): void {
    this.#until.delete(ownerId);
    if (isSmall) this.#until.set(ownerId, performance.now() + KNOWN_MS);
    const [oldest] = this.#until.keys();
    if (this.#until.size > OWNERS_MOST && oldest !== undefined) this.#until.delete(oldest);
  }
}
