import { BATCH_FILES_LEAST } from "@/lib/batches/constants";

/**
 * Files that were dropped or chosen together. If there are enough, they are one batch, which begins when the first of
 * them is sent: until then it is known whether there are.
 */
export class DropBatch {
  #files = 0;
  #isOver = false;
  #id: Promise<string | null> | null = null;
  #decide: (isBatch: boolean) => void = () => {};
  readonly #isBatch = new Promise<boolean>((resolve) => {
    this.#decide = resolve;
  });

  /** `begin` returns the id of a new batch, or null if there can be none. */
  constructor(private readonly begin: () => Promise<string | null>) {}

  found(files: number): void {
    this.#files += files;
    if (this.#files >= BATCH_FILES_LEAST) this.#decide(true);
  }

  /** No more files are coming. */
  complete(): void {
    this.#decide(false);
  }

  /** What its files are sent with. Null if they are too few, or the batch could not be begun or was cancelled. */
  async id(): Promise<string | null> {
    if (this.#isOver || !(await this.#isBatch)) return null;
    // Nobody's file waits for a batch that cannot be had.
    this.#id ??= this.begin().catch(() => null);
    return this.#id;
  }

  /** It was cancelled. Files that are sent all the same are sent without it. */
  over(): void {
    this.#isOver = true;
  }
}
