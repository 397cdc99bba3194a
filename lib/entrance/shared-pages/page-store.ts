/** So old, a page is given to whoever asks. */
const FRESH_MS = 1000;
/** So old, it is given while the next one is made. Nobody sees an older one. */
const USABLE_MS = 3000;
/** Each address of the installation has pages of its own. A visitor can make addresses up. */
const PAGES_MAX = 50;

interface Entry<Page> {
  page: Page | null;
  madeAt: number;
  making: Promise<Page | null> | null;
}

/** Pages that were made a moment ago. However many ask, one is made at a time. */
export class PageStore<Page> {
  readonly #entries = new Map<string, Entry<Page>>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Null if there is no page that can be shared: then everybody gets one of their own. */
  async get(key: string, make: () => Promise<Page | null>): Promise<Page | null> {
    const entry = this.#entries.get(key) ?? { page: null, madeAt: Number.NEGATIVE_INFINITY, making: null };
    // The one asked for last is forgotten last.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const age = this.#now() - entry.madeAt;
    if (age < FRESH_MS) return entry.page;
    entry.making ??= this.#make(entry, make);
    if (entry.page !== null && age < USABLE_MS) return entry.page;
    return entry.making;
  }

  async #make(entry: Entry<Page>, make: () => Promise<Page | null>): Promise<Page | null> {
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= PAGES_MAX) break;
      this.#entries.delete(key);
    }
    const begunAt = this.#now();
    entry.page = await make()
      .catch(() => null)
      .finally(() => {
        entry.making = null;
      });
    // What changed while it was made may not be in it.
    entry.madeAt = begunAt;
    return entry.page;
  }
}
