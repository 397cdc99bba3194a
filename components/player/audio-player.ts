export interface Track {
  id: string;
  title: string;
  /** The address of the original file; may redirect. */
  src: string;
  durationSeconds: number | null;
}

export interface PlayerState {
  readonly track: Track | null;
  readonly status: "idle" | "loading" | "playing" | "paused" | "failed";
  /** As last reported by the audio element, about four times a second. `positionSeconds()` is exact. */
  readonly positionSeconds: number;
  readonly message: string | null;
}

const IDLE: PlayerState = { track: null, status: "idle", positionSeconds: 0, message: null };

const CANNOT_PLAY = "Your browser cannot play this format. The analysis is still available.";
const CANNOT_LOAD = "The audio could not be loaded. Try again in a moment.";

/** Plays one track at a time: starting a track stops the one before. */
export class AudioPlayer {
  #state = IDLE;
  #element: HTMLAudioElement | null = null;
  /** A presigned address expires, so the first failure gets a new address. A second one is final. */
  #hasRenewed = false;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): PlayerState => this.#state;
  readonly idleState = (): PlayerState => IDLE;

  positionSeconds(): number {
    return this.#element?.currentTime ?? 0;
  }

  isCurrent(id: string): boolean {
    return this.#state.track?.id === id;
  }

  toggle(track: Track): void {
    const isOn = this.isCurrent(track.id) && (this.#state.status === "playing" || this.#state.status === "loading");
    if (isOn) this.pause();
    else this.play(track);
  }

  play(track: Track): void {
    const element = this.#load(track);
    this.#set({ status: "loading", message: null });
    element.play().catch((error: unknown) => this.#refused(error));
  }

  pause(): void {
    this.#element?.pause();
    if (this.#state.status === "loading") this.#set({ status: "paused" });
  }

  /** Pauses this track if it is the current one. */
  leave(id: string): void {
    if (this.isCurrent(id)) this.pause();
  }

  seek(track: Track, seconds: number): void {
    const element = this.#load(track);
    const end = track.durationSeconds ?? element.duration;
    element.currentTime = Math.max(0, Number.isFinite(end) ? Math.min(seconds, end) : seconds);
    this.#set({ positionSeconds: element.currentTime });
  }

  seekBy(track: Track, seconds: number): void {
    this.seek(track, (this.isCurrent(track.id) ? this.positionSeconds() : 0) + seconds);
  }

  #load(track: Track): HTMLAudioElement {
    const element = this.#element ?? this.#create();
    if (!this.isCurrent(track.id) || this.#state.status === "failed") {
      element.pause();
      this.#hasRenewed = false;
      element.src = track.src;
      this.#state = { ...IDLE, track, status: "paused" };
      this.#set({});
    }
    return element;
  }

  #create(): HTMLAudioElement {
    const element = new Audio();
    element.preload = "metadata";
    const report = () => this.#set({ positionSeconds: element.currentTime });
    element.addEventListener("timeupdate", report);
    element.addEventListener("seeked", report);
    element.addEventListener("playing", () => this.#set({ status: "playing", message: null }));
    element.addEventListener("waiting", () => this.#set({ status: "loading" }));
    element.addEventListener("pause", () => {
      if (this.#state.status !== "failed") this.#set({ status: "paused" });
    });
    element.addEventListener("ended", () => {
      element.currentTime = 0;
      this.#set({ status: "paused", positionSeconds: 0 });
    });
    element.addEventListener("error", () => this.#failed(element));
    this.#element = element;
    return element;
  }

  #failed(element: HTMLAudioElement): void {
    const { track } = this.#state;
    const isFormat = element.error?.code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED && element.currentTime === 0;
    if (track && !isFormat && !this.#hasRenewed) {
      this.#hasRenewed = true;
      const at = element.currentTime;
      const wasPlaying = this.#state.status !== "paused";
      element.src = track.src;
      element.currentTime = at;
      if (wasPlaying) element.play().catch((error: unknown) => this.#refused(error));
      return;
    }
    this.#set({ status: "failed", message: isFormat ? CANNOT_PLAY : CANNOT_LOAD });
  }

  /** `play()` also rejects with `AbortError` when another call interrupts it, which is not a failure. */
  #refused(error: unknown): void {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "AbortError") return;
    if (name === "NotAllowedError") this.#set({ status: "paused", message: "Press play to start." });
    else this.#set({ status: "failed", message: name === "NotSupportedError" ? CANNOT_PLAY : CANNOT_LOAD });
  }

  #set(change: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

let player: AudioPlayer | null = null;

/** The only player of the page. Must not be called while rendering on the server. */
export function audioPlayer(): AudioPlayer {
  player ??= new AudioPlayer();
  return player;
}
