import type { Text } from "@/lib/language/text";
/** The upload speed, smoothed so that the number is readable. */
export class TransferRate {
  #bytesPerSecond: number | null = null;
  #windowStartMs: number | null = null;
  #windowBytes = 0;

  constructor(
    /** After this time the weight of an old speed has fallen to 1/e. */
    private readonly smoothingMs = 4000,
    /** Progress is averaged over windows of this length, because it arrives in bursts. */
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

  /** Forgets the speed, which means nothing after a pause. */
  reset(): void {
    this.#bytesPerSecond = null;
    this.#windowStartMs = null;
    this.#windowBytes = 0;
  }
}

/** The time left; null if the speed is unknown or zero. */
export function secondsLeft(remainingBytes: number, bytesPerSecond: number | null): number | null {
  if (remainingBytes <= 0) return 0;
  if (bytesPerSecond === null || bytesPerSecond < 1) return null;
  return remainingBytes / bytesPerSecond;
}

/** `about 10 s left`, `about 3 min left`, `about 1 h 20 min left`: the longer, the more it is rounded. */
export function formatTimeLeft(seconds: number, t: Text): string {
  if (seconds < 1) return t("almost done");
  const about = (time: string) => t("about {time} left", { time });
  if (seconds < 10) return about(`${Math.ceil(seconds)} s`);
  if (seconds < 55) return about(`${Math.ceil(seconds / 5) * 5} s`);
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return about(`${minutes} min`);
  const roundedMinutes = Math.round(minutes / 10) * 10;
  const hours = Math.floor(roundedMinutes / 60);
  const rest = roundedMinutes % 60;
  return rest === 0 ? about(`${hours} h`) : about(`${hours} h ${rest} min`);
}
