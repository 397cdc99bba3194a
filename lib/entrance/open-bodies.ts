/** How many bodies may be on their way at once, and how much memory they may take, from one address and from all. */
export interface BodyLimits {
  perAddress: { count: number; bytes: number };
  inAll: { count: number; bytes: number };
}

const MEGABYTE = 1024 * 1024;

export const BODY_LIMITS: BodyLimits = {
  perAddress: { count: 64, bytes: 32 * MEGABYTE },
  inAll: { count: 1024, bytes: 128 * MEGABYTE },
};

interface Held {
  count: number;
  bytes: number;
}

/** Counts the bodies that have begun and not ended. */
export class OpenBodies {
  readonly #limits: BodyLimits;
  readonly #all: Held = { count: 0, bytes: 0 };
  readonly #byAddress = new Map<string, Held>();

  constructor(limits: BodyLimits) {
    this.#limits = limits;
  }

  /** Returns null if there are too many already. */
  begin(address: string): OpenBody | null {
    const mine = this.#byAddress.get(address) ?? { count: 0, bytes: 0 };
    const { perAddress, inAll } = this.#limits;
    if (mine.count >= perAddress.count || this.#all.count >= inAll.count) return null;
    this.#byAddress.set(address, mine);
    mine.count += 1;
    this.#all.count += 1;
    return new OpenBody(this.#all, mine, this.#limits, () => {
      if (mine.count === 0) this.#byAddress.delete(address);
    });
  }
}

export class OpenBody {
  readonly #counts: readonly [Held, Held];
  readonly #limits: BodyLimits;
  readonly #onEnd: () => void;
  #bytes = 0;
  #ended = false;

  constructor(all: Held, mine: Held, limits: BodyLimits, onEnd: () => void) {
    this.#counts = [all, mine];
    this.#limits = limits;
    this.#onEnd = onEnd;
  }

  /** Counts memory that the body takes in addition. Returns false if there is none left for it. */
  take(bytes: number): boolean {
    const [all, mine] = this.#counts;
    const { perAddress, inAll } = this.#limits;
    if (mine.bytes + bytes > perAddress.bytes || all.bytes + bytes > inAll.bytes) return false;
    this.#bytes += bytes;
    for (const held of this.#counts) held.bytes += bytes;
    return true;
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const held of this.#counts) {
      held.count -= 1;
      held.bytes -= this.#bytes;
    }
    this.#onEnd();
  }
}
