export interface Track {
  id: string;
  title: string;
  /** Address of the original; may redirect. */
  src: string;
  durationSeconds: number | null;
}

export interface PlayerState {
  readonly track: Track | null;
  readonly status: "idle" | "loading" | "playing" | "paused" | "failed";
  /** As of the last report of the element (about four a second); `positionSeconds()` is exact. */
  readonly positionSeconds: number;
  readonly message: string | null;
}

const IDLE: PlayerState = { track: null, status: "idle", positionSeconds: 0, message: null };

const CANNOT_PLAY = "Your browser cannot play this format. The values and pictures are here all the same.";
const CANNOT_LOAD = "The audio could not be loaded just now. Try again in a moment.";

/** The one sound of the page: whoever plays, everything else falls silent. */
export class AudioPlayer {
  #state = IDLE;
  #element: HTMLAudioElement | null = null;
  /** A presigned address runs out; a second failure at the same spot is a real one. */
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

  /** Silences this track; another one goes on. */
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

  /** `play()` is also refused when another call overtakes it, which is no failure. */
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

/** The browser's one player; never called while rendering on the server. */
export function audioPlayer(): AudioPlayer {
  player ??= new AudioPlayer();
  return player;
}
