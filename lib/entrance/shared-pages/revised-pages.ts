const PAGES_MAX = 500;
const BYTES_MAX = 32 * 1024 * 1024;
/** One page of more is not kept: it would take the place of too many. */
const PAGE_BYTES_MAX = 1024 * 1024;
/** Addresses that are remembered for having been asked for once. */
const ASKED_MAX = 2000;

export interface Revised {
  /** Of what the page shows. Null if it does not say. */
  revision: string | null;
  bytes: number;
}

export interface Source<Page> {
  /** The revision that the page has now. Asked for each request: a kept page is given only if it is still this one. */
  revisionNow(): Promise<string>;
  /** Null if there is no page that can be shared. */
  make(): Promise<Page | null>;
}

interface Making<Page> {
  page: Promise<Page | null>;
  begunAt: number;
}

/**
 * Pages that are kept as long as what they show is unchanged. What is asked for once, as most questions of strangers are,
 * takes no place here: it is kept from the second time.
 */
export class RevisedPages<Page extends Revised> {
  readonly #kept = new Map<string, Page>();
  readonly #making = new Map<string, Making<Page>>();
  readonly #askedOnce = new Set<string>();
  #bytes = 0;
  /** Counts what happens, to know what came first. */
  #now = 0;

  /** Null if there is no page to share: then everybody gets one of their own. */
  async get(key: string, { revisionNow, make }: Source<Page>): Promise<Page | null> {
    if (!this.#isAskedAgain(key)) return null;
    const arrivedAt = this.#now++;
    const revision = await revisionNow();
    const kept = this.#kept.get(key);
    if (kept?.revision === revision) {
      this.#keep(key, kept);
      return kept;
    }
    const making = this.#making.get(key) ?? this.#make(key, make);
    const page = await making.page;
    // One that somebody else waited for already may have been drawn before the last change.
    return page && (page.revision === revision || making.begunAt > arrivedAt) ? page : null;
  }

  #isAskedAgain(key: string): boolean {
    if (this.#kept.has(key) || this.#askedOnce.has(key)) return true;
    this.#askedOnce.add(key);
    for (const oldest of this.#askedOnce) {
      if (this.#askedOnce.size <= ASKED_MAX) break;
      this.#askedOnce.delete(oldest);
    }
    return false;
  }

  #make(key: string, make: () => Promise<Page | null>): Making<Page> {
    const begunAt = this.#now++;
    const page = make()
      .catch(() => null)
      .then((made) => {
        this.#making.delete(key);
        if (made?.revision && made.bytes <= PAGE_BYTES_MAX) this.#keep(key, made);
        else this.#forget(key);
        return made;
      });
    const making = { page, begunAt };
    this.#making.set(key, making);
    return making;
  }

  /** The one asked for last is forgotten last. */
  #keep(key: string, page: Page): void {
    this.#forget(key);
    this.#kept.set(key, page);
    this.#bytes += page.bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= PAGES_MAX && this.#bytes <= BYTES_MAX) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
    this.#askedOnce.delete(key);
  }
}
