import type { TimeRange } from "./peaks-view";
import { clampedView, pannedView, type ViewLimits, viewLimits, viewThatFollows, zoomedView } from "./timeline-view";

/** What of a recording is in view, and how wide. Never changed in place. */
export interface View {
  range: TimeRange;
  /** CSS pixels; 0 until it is known. */
  widthPixels: number;
  limits: ViewLimits;
}

/**
 * The part of a recording that is in view. Gestures and keys change it; pictures listen, and hear of all changes within a
 * frame at once.
 */
export class TimeView {
  #view: View;
  #frame: number | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(durationSeconds: number, sampleRateHz: number) {
    const limits = viewLimits(durationSeconds, sampleRateHz);
    this.#view = { range: { startSeconds: 0, endSeconds: durationSeconds }, widthPixels: 0, limits };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** As it is drawn: the same until listeners have heard of another. */
  readonly snapshot = (): View => this.#drawn ?? this.#view;
  #drawn: View | null = null;

  get range(): TimeRange {
    return this.#view.range;
  }

  get widthPixels(): number {
    return this.#view.widthPixels;
  }

  get isWhole(): boolean {
    const { range, limits } = this.#view;
    return range.endSeconds - range.startSeconds >= limits.durationSeconds * (1 - 1e-9);
  }

  get isClosest(): boolean {
    const { range, limits } = this.#view;
    return range.endSeconds - range.startSeconds <= limits.shortestSeconds * (1 + 1e-9);
  }

  /** At once: what is drawn must fit its box. */
  setWidth(widthPixels: number): void {
    if (widthPixels === this.#view.widthPixels) return;
    this.#view = { ...this.#view, widthPixels };
    this.#announce();
  }

  zoomBy(factor: number, anchorSeconds: number): void {
    this.#show(zoomedView(this.range, factor, anchorSeconds, this.#view.limits));
  }

  panBy(seconds: number): void {
    this.#show(pannedView(this.range, seconds, this.#view.limits));
  }

  /** Moves so that this time is in the middle. */
  centre(seconds: number): void {
    this.panBy(seconds - (this.range.startSeconds + this.range.endSeconds) / 2);
  }

  show(range: TimeRange): void {
    this.#show(clampedView(range, this.#view.limits));
  }

  showAll(): void {
    this.show({ startSeconds: 0, endSeconds: this.#view.limits.durationSeconds });
  }

  /** Turns the page if this time is out of sight. */
  follow(seconds: number): void {
    this.#show(viewThatFollows(this.range, seconds, this.#view.limits));
  }

  #show(range: TimeRange): void {
    const { startSeconds, endSeconds } = this.range;
    if (range.startSeconds === startSeconds && range.endSeconds === endSeconds) return;
    this.#drawn ??= this.#view;
    this.#view = { ...this.#view, range };
    this.#frame ??= requestAnimationFrame(() => this.#announce());
  }

  #announce(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#drawn = null;
    for (const listener of this.#listeners) listener();
  }
}
