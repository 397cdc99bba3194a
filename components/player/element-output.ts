import { Scope } from "@/components/ui/scope";
import { loadFailureOf } from "./load-failure";
import type { LoopRange, Output, OutputListener, Tuning } from "./track";
import { needsStretching } from "./tuning";

/** A loop that ends this close to the end of the recording is played to its very end. */
const END_TOLERANCE_SECONDS = 0.02;

/**
 * Plays by the browser's media element, which streams files of any length. It loops too, but with a short gap: where a
 * recording is too long to decode, and until it is decoded. It needs no animation frames, so a hidden tab loops as well.
 */
export class ElementOutput implements Output {
  readonly #element = new Audio();
  #src = "";
  #loop: LoopRange | null = null;
  /** A presigned address expires, so the first failure gets a new one. A second one is final. */
  #hasRenewed = false;
  #turn: Scope | null = null;
  /** Whether it should play: an element that has ended, or fails, is paused already. */
  #isOn = false;
  #isDisposed = false;
  #hasFailed = false;
  /** Asks why the file does not play. Both the element and its promise report that, and it is asked once. */
  #asking: AbortController | null = null;

  constructor(private readonly listener: OutputListener) {
    const element = this.#element;
    element.preload = "metadata";
    const onPosition = () => {
      this.#turnBack();
      listener.onPosition();
    };
    element.addEventListener("timeupdate", onPosition);
    element.addEventListener("seeked", onPosition);
    element.addEventListener("playing", () => {
      listener.onStatus("playing");
      this.#turnBack();
    });
    element.addEventListener("waiting", () => listener.onStatus("loading"));
    element.addEventListener("pause", () => {
      // At the end an element pauses by itself, before it says that it has ended.
      if (!element.ended) listener.onStatus("paused");
    });
    element.addEventListener("ended", () => this.#ended());
    element.addEventListener("error", () => this.#failed());
  }

  get seconds(): number {
    return this.#element.currentTime;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Fetches the beginning of the file at once, so that it sounds as soon as it is played. */
  loadAhead(src: string): void {
    this.#element.preload = "auto";
    this.load(src);
  }

  /** Gives the file back: nothing of it is fetched any more. */
  dispose(): void {
    this.pause();
    this.#asking?.abort();
    this.#isDisposed = true;
    this.#element.removeAttribute("src");
    this.#element.load();
  }

  /** Makes another file the one that is played. */
  load(src: string): void {
    this.pause();
    this.#asking?.abort();
    this.#asking = null;
    this.#hasRenewed = false;
    this.#hasFailed = false;
    this.#src = src;
    this.#element.src = src;
    this.setLoop(null);
  }

  play(): void {
    this.#isOn = true;
    this.#element.play().catch((error: unknown) => this.#refused(error));
  }

  pause(): void {
    this.#isOn = false;
    this.#element.pause();
    this.#turn?.dispose();
  }

  seek(seconds: number): void {
    this.#element.currentTime = seconds;
  }

  setLoop(loop: LoopRange | null): void {
    this.#loop = loop;
    this.#turnBack();
  }

  setGain(gain: number): void {
    this.#element.volume = Math.min(1, gain);
  }

  /** A pitch that it cannot play stays as recorded. */
  setTuning(tuning: Tuning): void {
    const element = this.#element;
    // A file that is loaded later begins with the default.
    element.defaultPlaybackRate = tuning.tempo;
    element.playbackRate = tuning.tempo;
    element.preservesPitch = needsStretching(tuning);
    this.#turnBack();
  }

  heard(): HTMLAudioElement {
    return this.#element;
  }

  get #length(): number {
    return Number.isFinite(this.#element.duration) ? this.#element.duration : Number.POSITIVE_INFINITY;
  }

  /** Goes back to the start if the end of the loop is reached, and otherwise comes back when it should be. */
  #turnBack(): void {
    this.#turn?.dispose();
    const loop = this.#loop;
    // What ends with the recording turns back at its very end, when it has ended.
    if (!loop || loop.endSeconds > this.#length - END_TOLERANCE_SECONDS) return;
    const left = loop.endSeconds - this.#element.currentTime;
    if (left <= 0) this.#element.currentTime = loop.startSeconds;
    else if (this.#isOn) {
      this.#turn = new Scope();
      this.#turn.timeout(() => this.#turnBack(), (left / this.#element.playbackRate) * 1000);
    }
  }

  #ended(): void {
    if (!this.#isOn || !this.#loop) {
      this.#isOn = false;
      this.#element.currentTime = 0;
      this.listener.onEnded();
      return;
    }
    this.#element.currentTime = this.#loop.startSeconds;
    this.play();
  }

  #failed(): void {
    if (this.#isDisposed) return;
    const element = this.#element;
    const isFormat = element.error?.code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED && element.currentTime === 0;
    if (isFormat) {
      void this.#askWhy();
      return;
    }
    if (this.#hasRenewed) {
      this.#fail("load");
      return;
    }
    this.#hasRenewed = true;
    const at = element.currentTime;
    element.src = this.#src;
    element.currentTime = at;
    if (this.#isOn) this.play();
  }

  /** `play()` also rejects with `AbortError` when another call interrupts it, which is not a failure. */
  #refused(error: unknown): void {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "NotAllowedError") this.listener.onBlocked();
    else if (name === "NotSupportedError") void this.#askWhy();
    else if (name !== "AbortError") this.#fail("load");
  }

  async #askWhy(): Promise<void> {
    if (this.#asking) return;
    const asking = new AbortController();
    this.#asking = asking;
    const reason = await loadFailureOf(this.#src, asking.signal);
    if (!asking.signal.aborted) this.#fail(reason);
  }

  #fail(reason: "format" | "load"): void {
    this.#hasFailed = true;
    this.listener.onFailed(reason);
  }
}
