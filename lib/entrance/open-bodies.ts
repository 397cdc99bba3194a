/** How many bodies may be on their way at once, and how much memory they may take, from one address and from all. */
export interface BodyLimits {
  perAddress: Held;
  inAll: Held;
}

interface Held {
  count: number;
  bytes: number;
}

const MEGABYTE = 1024 * 1024;

export const BODY_LIMITS: BodyLimits = {
  // A class or an office behind one address: each of 64 people may send a form of 128 kB at the same moment.
  perAddress: { count: 64, bytes: 8 * MEGABYTE },
  inAll: { count: 1024, bytes: 96 * MEGABYTE },
};

/** A call of the executor may have 4 MB. All of its calls may come from one address. */
export const EXECUTOR_BODY_LIMITS: BodyLimits = {
  perAddress: { count: 64, bytes: 24 * MEGABYTE },
  inAll: { count: 128, bytes: 32 * MEGABYTE },
};

/** An open body keeps a connection and a timer, too. So one that has sent nothing is not free. */
const PLACE_BYTES = 64 * 1024;
/** Nor is one that has just begun: a flood must not end those that began before it. */
const BEGINNING_MS = 100;

/** There was no room, and a body of this address was ended for another. */
export interface Crowd {
  address: string;
  /** Whose limit was reached, and which. */
  limit: keyof BodyLimits;
  measure: keyof Held;
  /** What the address held then. */
  count: number;
  bytes: number;
}

interface Crowding {
  onCrowd(crowd: Crowd): void;
  /** The time in milliseconds, from any start. */
  now?(): number;
}

/**
 * Counts the bodies that have begun and not ended. If there is no room for another, the one that has cost most is ended
 * instead: memory times time, times what its address holds. Whoever sends slowly to keep others out loses a place to
 * each of them, while an honest body is small, or gone soon.
 */
export class OpenBodies {
  readonly #limits: BodyLimits;
  readonly #onCrowd: (crowd: Crowd) => void;
  readonly #now: () => number;
  readonly #all: Held = { count: 0, bytes: 0 };
  readonly #byAddress = new Map<string, Held>();
  readonly #open = new Set<OpenBody>();

  constructor(limits: BodyLimits, { onCrowd, now = () => performance.now() }: Crowding) {
    this.#limits = limits;
    this.#onCrowd = onCrowd;
    this.#now = now;
  }

  /** @param onEnded is called if the body has to end for another one. */
  begin(address: string, onEnded: () => void): OpenBody {
    this.#makeRoom(null, address, { count: 1, bytes: 0 });
    const mine = this.#byAddress.get(address) ?? { count: 0, bytes: 0 };
    this.#byAddress.set(address, mine);
    const body = new OpenBody(this, { address, mine, onEnded, begunAt: this.#now() });
    this.#open.add(body);
    this.#add(mine, 1, 0);
    return body;
  }

  /** Returns false if the body that asks has itself cost most. Then it has ended. */
  take(body: OpenBody, bytes: number): boolean {
    if (!this.#open.has(body) || !this.#makeRoom(body, body.address, { count: 0, bytes })) return false;
    body.bytes += bytes;
    this.#add(body.mine, 0, bytes);
    return true;
  }

  end(body: OpenBody): void {
    if (!this.#open.delete(body)) return;
    this.#add(body.mine, -1, -body.bytes);
    if (body.mine.count === 0) this.#byAddress.delete(body.address);
  }

  #add(mine: Held, count: number, bytes: number): void {
    for (const held of [this.#all, mine]) {
      held.count += count;
      held.bytes += bytes;
    }
  }

  /** Ends bodies until there is room for `more`. Returns false if the body that asks was one of them. */
  #makeRoom(asking: OpenBody | null, address: string, more: Held): boolean {
    const { perAddress, inAll } = this.#limits;
    for (;;) {
      const ofAddress = excess(this.#byAddress.get(address), more, perAddress);
      const measure = ofAddress ?? excess(this.#all, more, inAll);
      if (!measure) return true;
      const costliest = this.#costliest(measure, ofAddress ? address : null);
      if (!costliest) return false;
      const limit = ofAddress ? "perAddress" : "inAll";
      this.#onCrowd({ address: costliest.address, limit, measure, ...costliest.mine });
      this.end(costliest);
      if (costliest === asking) return false;
      costliest.onEnded();
    }
  }

  /** @param of only bodies of this address; of all addresses if null. */
  #costliest(measure: keyof Held, of: string | null): OpenBody | null {
    const now = this.#now();
    let [costliest, most]: [OpenBody | null, number] = [null, -1];
    for (const body of this.#open) {
      if (of !== null && body.address !== of) continue;
      const cost = (PLACE_BYTES + body.bytes) * (BEGINNING_MS + now - body.begunAt) * body.mine[measure];
      if (cost > most) [costliest, most] = [body, cost];
    }
    return costliest;
  }
}

/** What there would be too much of, if anything. */
function excess(held: Held | undefined, more: Held, limit: Held): keyof Held | null {
  if (more.count > 0 && (held?.count ?? 0) + more.count > limit.count) return "count";
  return more.bytes > 0 && (held?.bytes ?? 0) + more.bytes > limit.bytes ? "bytes" : null;
}

interface Begun {
  address: string;
  /** What its address holds. */
  mine: Held;
  onEnded: () => void;
  begunAt: number;
}

export class OpenBody implements Begun {
  readonly address: string;
  readonly mine: Held;
  readonly onEnded: () => void;
  readonly begunAt: number;
  bytes = 0;
  readonly #all: OpenBodies;

  constructor(all: OpenBodies, { address, mine, onEnded, begunAt }: Begun) {
    this.#all = all;
    this.address = address;
    this.mine = mine;
    this.onEnded = onEnded;
    this.begunAt = begunAt;
  }

  /** Counts memory that the body takes in addition. Returns false if there is none left for it. */
  take(bytes: number): boolean {
    return this.#all.take(this, bytes);
  }

  end(): void {
    this.#all.end(this);
  }
}
