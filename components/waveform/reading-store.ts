import type { Reading } from "./reading";

/** What is read under the pointer or a cursor now. It changes with every move, so nothing but its line renders with it. */
export class ReadingStore {
  #reading: Reading | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): Reading | null => this.#reading;

  set(reading: Reading | null): void {
    this.#reading = reading;
    for (const listener of this.#listeners) listener();
  }
}
