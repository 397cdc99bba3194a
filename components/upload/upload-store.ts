import type { UploadState } from "@/lib/uploads/schema";
import { summarise, type UploadItem, type UploadSummary } from "./upload-item";

export interface SkippedFile {
  fileName: string;
  folderPath: string;
  reason: string;
}

/** What the page shows besides the rows. A new object whenever something has changed. */
export interface UploadSnapshot {
  readonly order: readonly number[];
  readonly skipped: readonly SkippedFile[];
  /** Why uploading is paused; null if it is not. */
  readonly pause: PauseReason | null;
  /** Whether folders are still being read. */
  readonly isCollecting: boolean;
  readonly summary: UploadSummary;
  readonly bytesPerSecond: number | null;
  /** Uploads of earlier pages that need their file. */
  readonly unfinished: readonly UploadState[];
}

export type PauseReason = "asked" | "signed_out";

type Schedule = (notify: () => void) => void;

const EMPTY: UploadSnapshot = {
  order: [],
  skipped: [],
  pause: null,
  isCollecting: false,
  summary: summarise([]),
  bytesPerSecond: null,
  unfinished: [],
};

/** Combines thousands of progress events per second into ten renderings. */
const NOTIFY_MS = 100;
const scheduleSoon: Schedule = (notify) => {
  setTimeout(notify, NOTIFY_MS);
};

/** The rows of the upload page, outside React. It collects changes and notifies the page a few times per second. */
export class UploadStore {
  readonly #items = new Map<number, UploadItem>();
  readonly #listeners = new Set<() => void>();
  readonly #schedule: Schedule;
  #order: readonly number[] = [];
  #skipped: readonly SkippedFile[] = [];
  #pause: PauseReason | null = null;
  #isCollecting = false;
  #bytesPerSecond: number | null = null;
  #unfinished: readonly UploadState[] = [];
  #snapshot: UploadSnapshot = EMPTY;
  #isScheduled = false;

  constructor(schedule: Schedule = scheduleSoon) {
    this.#schedule = schedule;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): UploadSnapshot => this.#snapshot;
  readonly emptySnapshot = (): UploadSnapshot => EMPTY;
  readonly item = (id: number): UploadItem | undefined => this.#items.get(id);
  readonly items = (): IterableIterator<UploadItem> => this.#items.values();

  get isPaused(): boolean {
    return this.#pause !== null;
  }

  add(items: readonly UploadItem[], skipped: readonly SkippedFile[] = []): void {
    if (items.length === 0 && skipped.length === 0) return;
    for (const item of items) this.#items.set(item.id, item);
    this.#order = [...this.#order, ...items.map((item) => item.id)];
    if (skipped.length > 0) this.#skipped = [...this.#skipped, ...skipped];
    this.#changed();
  }

  /** Does nothing if the row no longer exists. */
  patch(id: number, change: Partial<Omit<UploadItem, "id">>): void {
    const item = this.#items.get(id);
    if (!item) return;
    this.#items.set(id, { ...item, ...change });
    this.#changed();
  }

  remove(ids: ReadonlySet<number>): void {
    for (const id of ids) this.#items.delete(id);
    this.#order = this.#order.filter((id) => !ids.has(id));
    this.#changed();
  }

  clearSkipped(): void {
    this.#skipped = [];
    this.#changed();
  }

  setPause(pause: PauseReason | null): void {
    this.#pause = pause;
    this.#changed();
  }

  setCollecting(isCollecting: boolean): void {
    this.#isCollecting = isCollecting;
    this.#changed();
  }

  get unfinished(): readonly UploadState[] {
    return this.#unfinished;
  }

  setUnfinished(unfinished: readonly UploadState[]): void {
    this.#unfinished = unfinished;
    this.#changed();
  }

  setRate(bytesPerSecond: number | null): void {
    this.#bytesPerSecond = bytesPerSecond;
    this.#changed();
  }

  /** Notifies the page now, not later. */
  flush(): void {
    this.#isScheduled = false;
    this.#snapshot = {
      order: this.#order,
      skipped: this.#skipped,
      pause: this.#pause,
      isCollecting: this.#isCollecting,
      summary: summarise(this.#items.values()),
      bytesPerSecond: this.#bytesPerSecond,
      unfinished: this.#unfinished,
    };
    for (const listener of this.#listeners) listener();
  }

  #changed(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#schedule(() => this.flush());
  }
}
