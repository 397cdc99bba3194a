/** A pause that a ring ends at once, whether it comes during the pause or came since the last one. */
export class Alarm {
  #rung = false;
  #wakeUp: (() => void) | null = null;

  /** @param stop rings when it aborts */
  constructor(stop: AbortSignal) {
    stop.addEventListener("abort", () => this.ring(), { once: true });
  }

  ring(): void {
    this.#rung = true;
    this.#wakeUp?.();
  }

  /** Waits for `pauseMs` or a ring. Returns whether it rang. */
  async pause(pauseMs: number): Promise<boolean> {
    if (!this.#rung && pauseMs > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        this.#wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wakeUp = null;
    }
    const rang = this.#rung;
    this.#rung = false;
    return rang;
  }
}
