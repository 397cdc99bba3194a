import { setImmediate } from "node:timers";
import { NearestScan } from "@/lib/similarity/engine/nearest";
import type { RowStore } from "@/lib/similarity/engine/row-store";
import type { SoundHit, SoundQuestion } from "@/lib/similarity/schema";

/** About 0.3 ms: how long one question keeps all others waiting. */
const ROWS_A_TURN = 8192;

export interface Asking {
  ownerId: string;
  questions: readonly SoundQuestion[];
  /** Labels that are switched off for the owner. */
  hidden: ReadonlySet<string>;
}

interface Asked extends Asking {
  answered: SoundHit[][];
  scan: NearestScan | null;
  done: (hits: SoundHit[][] | null) => void;
}

/**
 * Answers questions in turns: each that is open compares some thousand rows, then the next. One about a small library is
 * answered in its first turn, however large the others are. Messages are read between two rounds.
 */
export class Turns {
  readonly #open = new Map<number, Asked>();
  #isRunning = false;

  constructor(private readonly store: () => RowStore) {}

  /** `done` gets a list of hits for each question, or null if that was impossible. */
  ask(id: number, asking: Asking, done: Asked["done"]): void {
    this.#open.set(id, { ...asking, answered: [], scan: null, done });
    this.#run();
  }

  cancel(id: number): void {
    this.#open.delete(id);
  }

  /** Forgets all open questions and returns their ids. */
  drop(): number[] {
    const ids = [...this.#open.keys()];
    this.#open.clear();
    return ids;
  }

  #run(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    setImmediate(() => {
      this.#isRunning = false;
      for (const [id, asked] of this.#open) {
        if (this.#turn(asked)) this.#open.delete(id);
      }
      if (this.#open.size > 0) this.#run();
    });
  }

  /** Returns true if it is done with. A question that cannot be answered must not end those of others. */
  #turn(asked: Asked): boolean {
    try {
      return this.#step(asked);
    } catch {
      asked.done(null);
      return true;
    }
  }

  /** Returns true if all of its questions are answered. */
  #step(asked: Asked): boolean {
    const question = asked.questions[asked.answered.length];
    if (question) {
      asked.scan ??= new NearestScan(this.store(), asked.ownerId, question, asked.hidden);
      if (!asked.scan.step(ROWS_A_TURN)) return false;
      asked.answered.push(asked.scan.hits());
      asked.scan = null;
    }
    if (asked.answered.length < asked.questions.length) return false;
    asked.done(asked.answered);
    return true;
  }
}
