import { callApi } from "@/lib/api/client";
import { CHANGED_ROWS_MAX } from "@/lib/library/constants";
import type { LibraryRow } from "@/lib/library/schema";

/** Rows are asked for together, so many at once. */
const ROWS_AT_ONCE = Math.min(100, CHANGED_ROWS_MAX);
const GATHER_MS = 20;
/** Rows that are kept. The oldest are forgotten: somebody may fly over the whole library. */
const KEPT = 4000;

/** The names and values of points, read when they are wanted and kept. */
export class GalaxyRows {
  readonly #rows = new Map<string, LibraryRow | null>();
  readonly #wanted = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #version = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly version = (): number => this.#version;

  /** Undefined while it is not read; null for one that is there no longer. */
  get(id: string): LibraryRow | null | undefined {
    return this.#rows.get(id);
  }

  /** Reads those that are not known. */
  want(ids: readonly string[]): void {
    for (const id of ids) if (!this.#rows.has(id)) this.#wanted.add(id);
    if (this.#wanted.size === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#read();
    }, GATHER_MS);
  }

  /** Reads those that are not known, all in one go. What cannot be read now stays unknown. */
  async load(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !this.#rows.has(id)).slice(0, ROWS_AT_ONCE);
    if (unknown.length === 0) return;
    const answer = await callApi("GET /library/rows", { query: { ids: unknown.join(",") } }).catch(() => null);
    if (!answer?.ok) return;
    const found = new Map(answer.body.data.map((row) => [row.id, row]));
    for (const id of unknown) this.#keep(id, found.get(id) ?? null);
    this.#tell();
  }

  /** Something about a sample has changed. */
  forget(id: string): void {
    if (this.#rows.delete(id)) this.#tell();
  }

  async #read(): Promise<void> {
    const ids = [...this.#wanted].slice(0, ROWS_AT_ONCE);
    for (const id of ids) this.#wanted.delete(id);
    await this.load(ids);
    if (this.#wanted.size > 0) this.want([]);
  }

  #keep(id: string, row: LibraryRow | null): void {
    this.#rows.delete(id);
    this.#rows.set(id, row);
    for (const oldest of this.#rows.keys()) {
      if (this.#rows.size <= KEPT) break;
      this.#rows.delete(oldest);
    }
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
