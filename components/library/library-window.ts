import type { LibraryRow } from "@/lib/library/schema";
import { PageSizes } from "./page-sizes";
import { type KnownPage, type ListOfPages, PAGE_ROWS, type Question, type RowSource } from "./window-source";

/** Pages that are kept. Rows of others are read again when they are seen. */
const PAGES_KEPT = 30;
/** A browser allows six connections to one server, and the live events have one. */
const READ_AT_ONCE = 5;
/** Pages that are read before they are seen. */
const AHEAD_MOST = 14;
const RETRY_MS = 2000;

/** What is seen, and where the person is going. */
export interface Sight {
  first: number;
  end: number;
  /** Rows a second, negative upwards. */
  pace: number;
}

/**
 * A window on a list of any length. The list is cut into pages; those near what is seen are read and a bounded number is
 * kept. It stays as it was when it was opened: rows change and leave in place, and what comes later is only counted.
 */
export class LibraryWindow {
  #sizes: PageSizes;
  #cursors: readonly (string | null)[];
  /** The page used last is the last. */
  readonly #pages = new Map<number, readonly LibraryRow[]>();
  readonly #reading = new Map<number, AbortController>();
  readonly #gone = new Set<string>();
  #wanted: number[] = [];
  #failed = false;
  /** How long a page takes, as the last ones did. */
  #pageMs = 100;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #version = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly question: Question,
    private readonly source: RowSource,
    list: ListOfPages,
    known?: KnownPage,
  ) {
    this.#sizes = new PageSizes(list.total, PAGE_ROWS);
    this.#cursors = list.cursors;
    if (known && known.rows.length > 0) this.#pages.set(known.page, known.rows);
  }

  /** A window that knows one page so far, and nothing of those behind it but whether there are any. */
  static beginning(question: Question, source: RowSource, known: KnownPage, hasMore: boolean): LibraryWindow {
    const total = known.page * PAGE_ROWS + known.rows.length + (hasMore ? 1 : 0);
    return new LibraryWindow(question, source, { total, cursors: known.page === 0 ? [null] : [] }, known);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** Another number after every change. */
  readonly version = (): number => this.#version;

  get total(): number {
    return this.#sizes.total;
  }

  /** Whether rows that are seen could not be read. They are asked for again after a while. */
  get hasFailed(): boolean {
    return this.#failed;
  }

  /** Whether any place can be reached, not only the first page. */
  get isWhole(): boolean {
    return this.#cursors.length >= this.#sizes.pages;
  }

  /** Undefined while it is not read. */
  rowAt(index: number): LibraryRow | undefined {
    const page = this.#sizes.pageOf(index);
    return this.#pages.get(page)?.[index - this.#sizes.startOf(page)];
  }

  /** The index of a sample whose row is here; −1 if it is not. */
  indexOf(id: string): number {
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return this.#sizes.startOf(page) + at;
    }
    return -1;
  }

  has(id: string): boolean {
    return this.indexOf(id) >= 0;
  }

  /** Reads what is seen and what will be, and forgets what is far away. */
  show({ first, end, pace }: Sight): void {
    if (this.total === 0) return;
    const last = this.#sizes.pages - 1;
    const [from, to] = [this.#sizes.pageOf(first), this.#sizes.pageOf(Math.max(first, end - 1))];
    const seen = Array.from({ length: to - from + 1 }, (_, step) => from + step);
    // So many pages pass in a second. A page that has passed before it can be there is not worth asking for.
    const ahead = Math.min(AHEAD_MOST, 1 + Math.ceil(Math.abs(pace) / PAGE_ROWS));
    const passed = Math.floor((Math.abs(pace) * this.#pageMs) / 1000 / PAGE_ROWS);
    const coming = Array.from({ length: ahead }, (_, step) => (pace < 0 ? from - step - 1 : to + step + 1));
    const behind = pace < 0 ? to + 1 : from - 1;
    const inOrder = passed > 1 ? [...coming.slice(passed - 1), ...seen, ...coming] : [...seen, ...coming, behind];
    this.#wanted = [...new Set(inOrder)].filter((page) => page >= 0 && page <= last);
    for (const page of this.#wanted) this.#touch(page);
    for (const [page, reading] of this.#reading) if (!this.#wanted.includes(page)) reading.abort();
    this.#pump();
  }

  /** Reads the pages of these rows. Throws if they do not come. */
  async read(first: number, end: number): Promise<void> {
    if (this.total === 0) return;
    const to = this.#sizes.pageOf(Math.max(first, Math.min(end, this.total) - 1));
    const due: Promise<void>[] = [];
    for (let page = this.#sizes.pageOf(Math.max(0, first)); page <= to; page++) {
      if (!this.#isThere(page)) due.push(this.#readPage(page, new AbortController().signal));
    }
    await Promise.all(due);
  }

  /** The ids of these rows, read where they are not here, without keeping their pages. Throws if they do not come. */
  async *ids(first: number, end: number): AsyncGenerator<string[]> {
    for (let index = first; index < end; ) {
      const page = this.#sizes.pageOf(index);
      const start = this.#sizes.startOf(page);
      const rows = this.#isThere(page) ? this.#pages.get(page) : await this.#fetch(page, new AbortController().signal);
      yield (rows ?? []).slice(index - start, end - start).map(({ id }) => id);
      index = Math.max(index + 1, start + this.#sizes.sizeOf(page));
    }
  }

  /** Reaches the whole list, from a window that began with one page of it. */
  complete({ total, cursors }: ListOfPages): void {
    this.#sizes = new PageSizes(total, PAGE_ROWS);
    this.#cursors = cursors;
    this.#changed();
    this.#pump();
  }

  /** Puts newer rows in the place of those that are here. */
  replace(rows: readonly LibraryRow[]): void {
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const [page, old] of this.#pages) {
      if (old.some(({ id }) => byId.has(id))) {
        // Set anew under the same key, the page keeps its age.
        this.#pages.set(
          page,
          old.map((row) => byId.get(row.id) ?? row),
        );
      }
    }
    this.#changed();
  }

  change(id: string, part: Partial<LibraryRow>): void {
    const row = this.rowAt(this.indexOf(id));
    if (row) this.replace([{ ...row, ...part }]);
  }

  /** Takes rows out of the list. Those that are not here are taken out when they come. */
  remove(ids: readonly string[]): void {
    for (const id of ids) this.#gone.add(id);
    for (const [page, rows] of this.#pages) this.#settle(page, rows);
    this.#changed();
  }

  /**
   * What is here may not be true any more. Forgets what is not near the view, and names the samples that are, so that
   * their rows can be asked for.
   */
  outdate(): string[] {
    for (const page of this.#pages.keys()) if (!this.#wanted.includes(page)) this.#pages.delete(page);
    return [...this.#pages.values()].flatMap((rows) => rows.map(({ id }) => id));
  }

  /** Stops all reading. */
  close(): void {
    this.#wanted = [];
    clearTimeout(this.#timer);
    for (const reading of this.#reading.values()) reading.abort();
  }

  #touch(page: number): void {
    const rows = this.#pages.get(page);
    if (!rows) return;
    this.#pages.delete(page);
    this.#pages.set(page, rows);
  }

  #isThere(page: number): boolean {
    return (this.#pages.get(page)?.length ?? -1) >= this.#sizes.sizeOf(page);
  }

  #pump(): void {
    for (const page of this.#wanted) {
      if (this.#reading.size >= READ_AT_ONCE) return;
      if (this.#isThere(page) || this.#reading.has(page) || this.#cursors[page] === undefined) continue;
      const reading = new AbortController();
      this.#reading.set(page, reading);
      this.#readPage(page, reading.signal)
        .then(
          () => {
            this.#failed = false;
          },
          () => this.#fail(reading.signal.aborted),
        )
        .finally(() => {
          this.#reading.delete(page);
          if (!this.#failed) this.#pump();
        });
    }
  }

  #fail(isAborted: boolean): void {
    if (isAborted) return;
    this.#failed = true;
    this.#changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#failed = false;
      this.#pump();
    }, RETRY_MS);
  }

  #fetch(page: number, signal: AbortSignal): Promise<LibraryRow[]> {
    return this.source.page(this.question, this.#cursors[page] ?? null, this.#sizes.sizeOf(page), signal);
  }

  async #readPage(page: number, signal: AbortSignal): Promise<void> {
    const askedMs = performance.now();
    const rows = await this.#fetch(page, signal);
    if (signal.aborted) return;
    this.#pageMs += (performance.now() - askedMs - this.#pageMs) / 4;
    this.#pages.delete(page);
    this.#settle(page, rows);
    // What the page should have had and did not has left the list elsewhere.
    const missing = this.#sizes.sizeOf(page) - (this.#pages.get(page)?.length ?? 0);
    if (missing > 0) this.#sizes.shrink(page, missing);
    for (const old of this.#pages.keys()) {
      if (this.#pages.size <= PAGES_KEPT) break;
      if (!this.#wanted.includes(old)) this.#pages.delete(old);
    }
    this.#changed();
  }

  /** Keeps the rows of a page without those that are gone. */
  #settle(page: number, rows: readonly LibraryRow[]): void {
    const left = this.#gone.size === 0 ? rows : rows.filter(({ id }) => !this.#gone.has(id));
    if (left.length < rows.length) this.#sizes.shrink(page, rows.length - left.length);
    this.#pages.set(page, left);
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
