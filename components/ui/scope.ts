interface Disconnectable {
  disconnect(): void;
}

/**
 * Owns what has to be given back: listeners, animation frames, timers, observers, audio nodes, requests. `dispose`
 * gives everything back, the newest first. It does what `DisposableStack` will do once every browser has that.
 */
export class Scope {
  readonly #disposers = new Set<() => void>();
  #controller: AbortController | null = null;
  #isDisposed = false;

  /** Runs `dispose` when the scope ends; at once if it already has. */
  add(dispose: () => void): void {
    if (this.#isDisposed) dispose();
    // Wrapped, because the same function may be added twice.
    else this.#disposers.add(() => dispose());
  }

  /** Owns an observer or an audio node, and returns it. */
  own<T extends Disconnectable>(thing: T): T {
    this.add(() => thing.disconnect());
    return thing;
  }

  listen<K extends keyof WindowEventMap>(
    target: Window,
    type: K,
    listener: (event: WindowEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  listen<K extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  listen(target: EventTarget, type: string, listener: () => void, options?: AddEventListenerOptions): void;
  listen(target: EventTarget, type: string, listener: EventListener, options?: AddEventListenerOptions): void {
    if (this.#isDisposed) return;
    target.addEventListener(type, listener, options);
    this.add(() => target.removeEventListener(type, listener, options));
  }

  /** Calls `step` now and then once per frame. */
  frames(step: () => void): void {
    let frame = 0;
    const next = () => {
      step();
      if (!this.#isDisposed) frame = requestAnimationFrame(next);
    };
    this.add(() => cancelAnimationFrame(frame));
    if (!this.#isDisposed) next();
  }

  timeout(run: () => void, delayMs: number): void {
    if (this.#isDisposed) return;
    const timer = setTimeout(() => {
      this.#disposers.delete(clear);
      run();
    }, delayMs);
    const clear = () => clearTimeout(timer);
    this.#disposers.add(clear);
  }

  interval(run: () => void, everyMs: number): void {
    if (this.#isDisposed) return;
    const timer = setInterval(run, everyMs);
    this.add(() => clearInterval(timer));
  }

  /** Aborts when the scope ends. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      const controller = new AbortController();
      this.#controller = controller;
      this.add(() => controller.abort());
    }
    return this.#controller.signal;
  }

  /** Bound, so that a React effect can return it. Disposes everything even if some of it fails, then throws. */
  readonly dispose = (): void => {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    const errors: unknown[] = [];
    for (const dispose of [...this.#disposers].reverse()) {
      try {
        dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    this.#disposers.clear();
    if (errors.length > 0) throw new AggregateError(errors, "could not dispose of everything");
  };
}
