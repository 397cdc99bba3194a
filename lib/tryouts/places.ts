import { TRYOUT_PATIENCE_MS, TRYOUT_PLACES } from "./constants";

export interface Place {
  /** The file is here: from now on nobody else gets the place. */
  hasArrived(): void;
  leave(): void;
}

interface Taken {
  address: string;
  begunAt: number;
  isArriving: boolean;
  onOusted(): void;
}

interface PlacesOptions {
  count?: number;
  patienceMs?: number;
  /** Milliseconds, from a clock that never goes back. */
  now?(): number;
}

/**
 * Who may send a file now. An address has one place at most. When all are taken, a body that has been arriving for long
 * loses its place to the next who asks: else two slow lines, or two ill-willed ones, would keep everybody out.
 */
export class Places {
  readonly #count: number;
  readonly #patienceMs: number;
  readonly #now: () => number;
  readonly #taken = new Set<Taken>();

  constructor({
    count = TRYOUT_PLACES,
    patienceMs = TRYOUT_PATIENCE_MS,
    now = () => performance.now(),
  }: PlacesOptions = {}) {
    this.#count = count;
    this.#patienceMs = patienceMs;
    this.#now = now;
  }

  /** Null if there is none. `onOusted` is called if the place is given to somebody else. */
  take(address: string, onOusted: () => void): Place | null {
    for (const other of this.#taken) if (other.address === address) return null;
    if (this.#taken.size >= this.#count && !this.#oust()) return null;
    const taken: Taken = { address, begunAt: this.#now(), isArriving: true, onOusted };
    this.#taken.add(taken);
    return {
      hasArrived: () => {
        taken.isArriving = false;
      },
      leave: () => void this.#taken.delete(taken),
    };
  }

  #oust(): boolean {
    // A set keeps the order of arrival: the first that is slow is the slowest.
    for (const taken of this.#taken) {
      if (!taken.isArriving || this.#now() - taken.begunAt < this.#patienceMs) continue;
      this.#taken.delete(taken);
      taken.onOusted();
      return true;
    }
    return false;
  }
}
