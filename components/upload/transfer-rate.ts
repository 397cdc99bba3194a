/** How fast bytes go out, smoothed so that the shown number can be read. */
export class TransferRate {
  #bytesPerSecond: number | null = null;
  #windowStartMs: number | null = null;
  #windowBytes = 0;

  constructor(
    /** After this long an old speed counts for 1/e. */
    private readonly smoothingMs = 4000,
    /** Progress is folded in by windows of this length: single progress events are bursts. */
    private readonly windowMs = 250,
  ) {}

  /** Null until the first window has passed. */
  get bytesPerSecond(): number | null {
    return this.#bytesPerSecond;
  }

  add(bytes: number, nowMs: number): void {
    this.#windowStartMs ??= nowMs;
    this.#windowBytes += bytes;
    const elapsedMs = nowMs - this.#windowStartMs;
    if (elapsedMs < this.windowMs) return;
    const measured = (Math.max(0, this.#windowBytes) * 1000) / elapsedMs;
    const weight = 1 - Math.exp(-elapsedMs / this.smoothingMs);
    this.#bytesPerSecond =
      this.#bytesPerSecond === null ? measured : this.#bytesPerSecond + weight * (measured - this.#bytesPerSecond);
    this.#windowStartMs = nowMs;
    this.#windowBytes = 0;
  }

  /** After a pause: what was fast an hour ago says nothing about now. */
  reset(): void {
    this.#bytesPerSecond = null;
    this.#windowStartMs = null;
    this.#windowBytes = 0;
  }
}

/** Null where it cannot be told: nothing measured yet, or nothing moves. */
export function secondsLeft(remainingBytes: number, bytesPerSecond: number | null): number | null {
  if (remainingBytes <= 0) return 0;
  if (bytesPerSecond === null || bytesPerSecond < 1) return null;
  return remainingBytes / bytesPerSecond;
}

/** `about 12 s left`, `about 3 min left`, `about 1 h 20 min left`: rounded as coarsely as it is uncertain. */
export function formatTimeLeft(seconds: number): string {
  if (seconds < 1) return "almost done";
  if (seconds < 10) return `about ${Math.ceil(seconds)} s left`;
  if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} s left`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `about ${minutes} min left`;
  const roundedMinutes = Math.round(minutes / 10) * 10;
  const hours = Math.floor(roundedMinutes / 60);
  const rest = roundedMinutes % 60;
  return rest === 0 ? `about ${hours} h left` : `about ${hours} h ${rest} min left`;
}
