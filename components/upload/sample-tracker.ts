import { ROWS_PER_REQUEST } from "@/components/samples/fetch-sample-rows";
import type { SampleRow } from "@/lib/samples/schema";

type FetchRows = (ids: readonly string[]) => Promise<SampleRow[]>;

const GATHER_MS = 150;
/** For networks whose proxies hold back live events. */
const POLL_MS = 10_000;

const isSettled = (row: SampleRow) => row.status === "completed" || row.status === "failed";

/** Follows uploaded samples until they are analysed, and passes on each row when it changes. */
export class SampleTracker {
  readonly #pending = new Set<string>();
  readonly #due = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #poll: ReturnType<typeof setInterval> | null = null;

  constructor(
    private readonly fetchRows: FetchRows,
    private readonly onRow: (row: SampleRow) => void,
  ) {}

  follow(sampleId: string): void {
    this.#pending.add(sampleId);
    this.#poll ??= setInterval(() => this.askForAll(), POLL_MS);
    this.#ask(sampleId);
  }

  /** Called when a live event reports a change to this sample. */
  touch(sampleId: string): void {
    if (this.#pending.has(sampleId)) this.#ask(sampleId);
  }

  /** Called after a gap in the live events. */
  askForAll(): void {
    for (const sampleId of this.#pending) this.#ask(sampleId);
  }

  #ask(sampleId: string): void {
    this.#due.add(sampleId);
    this.#timer ??= setTimeout(() => void this.#fetchDue(), GATHER_MS);
  }

  async #fetchDue(): Promise<void> {
    const ids = [...this.#due].slice(0, ROWS_PER_REQUEST);
    for (const id of ids) this.#due.delete(id);
    try {
      for (const row of await this.fetchRows(ids)) this.#receive(row);
    } catch {
      // The next event or poll fetches them again.
    }
    this.#timer = this.#due.size > 0 ? setTimeout(() => void this.#fetchDue(), 0) : null;
  }

  #receive(row: SampleRow): void {
    if (isSettled(row)) this.#pending.delete(row.id);
    if (this.#pending.size === 0 && this.#poll) {
      clearInterval(this.#poll);
      this.#poll = null;
    }
    this.onRow(row);
  }
}
