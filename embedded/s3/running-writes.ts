import { S3Error } from "./s3-error";

/** A write that can be told to stop. */
export interface HaltableWrite {
  /** The object or part that it replaces. */
  target: string;
  /** Whom the address was given to; null if nobody is named. */
  holder: string | null;
  halt: (reason: S3Error) => void;
}

/**
 * The writes through presigned addresses that are running. An address works until it expires, as often as its holder
 * likes, so this limits what can be under way at once.
 */
export class RunningWrites {
  readonly #byTarget = new Map<string, { halt: HaltableWrite["halt"]; ended: Promise<unknown> }>();
  readonly #byHolder = new Map<string, number>();

  constructor(private readonly maxPerHolder: number) {}

  /**
   * Runs one write. A later write to the same place takes over: it is a client's second attempt, whose first hangs on a
   * lost connection. It begins when the first has removed its bytes.
   */
  async run<T>(write: HaltableWrite, task: () => Promise<T>): Promise<T> {
    const leave = this.#enter(write.holder);
    const former = this.#byTarget.get(write.target);
    former?.halt(new S3Error("OperationAborted", "A later request writes to the same place."));
    const ended = (former?.ended ?? Promise.resolve()).then(task, task);
    const entry = { halt: write.halt, ended };
    this.#byTarget.set(write.target, entry);
    try {
      return await ended;
    } finally {
      if (this.#byTarget.get(write.target) === entry) this.#byTarget.delete(write.target);
      leave();
    }
  }

  #enter(holder: string | null): () => void {
    if (holder === null) return () => {};
    const running = this.#byHolder.get(holder) ?? 0;
    if (running >= this.maxPerHolder) throw new S3Error("SlowDown", "Please reduce your number of uploads at once.");
    this.#byHolder.set(holder, running + 1);
    return () => {
      const left = (this.#byHolder.get(holder) ?? 1) - 1;
      if (left === 0) this.#byHolder.delete(holder);
      else this.#byHolder.set(holder, left);
    };
  }
}
