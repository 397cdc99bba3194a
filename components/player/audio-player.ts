import { ElementOutput } from "./element-output";
import type { GaplessOutput } from "./gapless-output";
import { OutputsAhead } from "./outputs-ahead";
import { boundRate, NORMAL_RATE, needsStretching, type PlaybackRate, rateAfter } from "./playback-rate";
import { gainOf, readVolume, storeVolume, type Volume } from "./stored-volume";
import {
  type Heard,
  IDLE,
  type LoopRange,
  type Output,
  type OutputListener,
  type PlayerState,
  type Track,
} from "./track";

const CANNOT_PLAY = "Your browser cannot play this format. The analysis is still available.";
const CANNOT_LOAD = "The audio could not be loaded. Try again in a moment.";
const VOLUME_STEP = 0.05;

/**
 * The sound of the studio: one track at a time, on whatever page it was started. A media element plays it; once a loop
 * is set and the recording is decoded, Web Audio does, unless the sound has to be stretched.
 */
export class AudioPlayer {
  #state = IDLE;
  #volume: Volume | null = null;
  /** Holds for every track until the page is left. */
  #rate = NORMAL_RATE;
  #element: ElementOutput | null = null;
  readonly #ahead = new OutputsAhead(() => this.#createElement());
  #gapless: GaplessOutput | null = null;
  /** Ends the preparation of a loop that nobody waits for any more. */
  #preparing: AbortController | null = null;
  /** The track that was tried and cannot be decoded, or not within bounds. */
  #undecodable: string | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): PlayerState => this.#state;
  readonly idleState = (): PlayerState => IDLE;
  readonly volume = (): Volume => {
    this.#volume ??= readVolume();
    return this.#volume;
  };

  readonly rate = (): PlaybackRate => this.#rate;

  /** Where this track is now; 0 if it is not the one that is loaded. */
  positionOf(id: string): number {
    return this.isCurrent(id) ? (this.#output()?.seconds ?? 0) : 0;
  }

  /** What this track is heard from right now; null while it is not loaded. */
  heardOf(id: string): Heard | null {
    return this.isCurrent(id) ? (this.#output()?.heard() ?? null) : null;
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
    const output = this.#load(track);
    if (output !== this.#gapless) this.#set({ status: "loading", message: null });
    output.play();
  }

  /** Fetches the beginnings of these tracks, so that any of them sounds at once, and forgets all others. */
  loadAhead(tracks: readonly Track[]): void {
    this.#ahead.fetchOnly(tracks.filter(({ id }) => !this.isCurrent(id)));
  }

  pause(): void {
    this.#output()?.pause();
    if (this.#state.status === "loading") this.#set({ status: "paused" });
  }

  /** Stops this track if it is loaded, and forgets it: because it was deleted. */
  unload(id: string): void {
    if (this.isCurrent(id)) this.stop();
  }

  /** Stops and forgets whatever is loaded. */
  stop(): void {
    this.loadAhead([]);
    this.#leaveGapless();
    this.#element?.pause();
    this.#state = IDLE;
    this.#set({});
  }

  seek(track: Track, seconds: number): void {
    const output = this.#load(track);
    output.seek(Math.max(0, Math.min(seconds, track.durationSeconds ?? seconds)));
    this.#set({ positionSeconds: output.seconds });
  }

  seekBy(track: Track, seconds: number): void {
    this.seek(track, this.positionOf(track.id) + seconds);
  }

  /** Repeats a part of the track, or stops repeating and plays on. */
  setLoop(track: Track, loop: LoopRange | null): void {
    const output = this.#load(track);
    this.#set({ loop });
    output.setLoop(loop);
    this.#goGapless();
  }

  /** Faster or slower, with or without the pitch. Positions stay in the recording's own seconds. */
  setRate(change: Partial<PlaybackRate>): void {
    const next = { ...this.#rate, ...change };
    this.#rate = { ...next, rate: boundRate(next.rate) };
    this.#element?.setRate(this.#rate);
    if (needsStretching(this.#rate)) this.#backToElement();
    this.#gapless?.setRate(this.#rate);
    this.#goGapless();
    this.#set({});
  }

  stepRate(direction: 1 | -1): void {
    this.setRate({ rate: rateAfter(this.#rate.rate, direction) });
  }

  setVolume(change: Partial<Volume>): void {
    this.#volume = { ...this.volume(), ...change };
    storeVolume(this.#volume);
    this.#element?.setGain(gainOf(this.#volume));
    this.#gapless?.setGain(gainOf(this.#volume));
    this.#set({});
  }

  toggleMute(): void {
    this.setVolume({ isMuted: !this.volume().isMuted });
  }

  /** One step louder or quieter. What was muted is heard again. */
  stepVolume(direction: 1 | -1): void {
    const level = this.volume().level + direction * VOLUME_STEP;
    this.setVolume({ level: Math.max(0, Math.min(1, Number(level.toFixed(2)))), isMuted: false });
  }

  #output(): Output | null {
    return this.#gapless ?? this.#element;
  }

  /** Returns what plays this track. Another track that was playing stops. */
  #load(track: Track): Output {
    if (this.isCurrent(track.id) && this.#state.status !== "failed" && this.#element)
      return this.#gapless ?? this.#element;
    this.#leaveGapless();
    const ahead = this.#ahead.take(track.id);
    const element = ahead ?? this.#element ?? this.#createElement();
    if (ahead) this.#replaceElement(ahead);
    else {
      this.#element = element;
      this.#tune(element);
      element.load(track.src);
    }
    this.#state = { ...IDLE, track, status: "paused" };
    this.#set({});
    return element;
  }

  /** What played until now may be gone back to. */
  #replaceElement(element: ElementOutput): void {
    const old = this.#element;
    this.#element = element;
    this.#tune(element);
    old?.pause();
    if (old) this.#ahead.putBack(this.#state.track?.id, old);
  }

  #tune(output: Output): void {
    output.setGain(gainOf(this.volume()));
    output.setRate(this.#rate);
  }

  #createElement(): ElementOutput {
    const element: ElementOutput = new ElementOutput(this.#listenerOf(() => this.#output() === element));
    this.#tune(element);
    return element;
  }

  /** Begins to decode what loops, unless it was tried, or stretching keeps it with the media element. */
  #goGapless(): void {
    const { track, loop } = this.#state;
    if (!track || !loop || needsStretching(this.#rate)) return;
    const isTried = this.#gapless !== null || this.#preparing !== null || this.#undecodable === track.id;
    if (!isTried) void this.#prepareGapless(track);
  }

  /** The media element goes on where Web Audio is. */
  #backToElement(): void {
    const [gapless, element, wasOn] = [this.#gapless, this.#element, this.#isOn()];
    const at = gapless?.seconds ?? 0;
    this.#leaveGapless();
    if (!gapless || !element) return;
    element.seek(at);
    element.setLoop(this.#state.loop);
    if (wasOn) element.play();
  }

  /** Decodes the track while the media element plays on, then takes over where it is. */
  async #prepareGapless(track: Track): Promise<void> {
    const preparing = new AbortController();
    this.#preparing = preparing;
    const { openGapless } = await import("./gapless-output");
    const listener = this.#listenerOf(() => this.#gapless !== null);
    const { signal } = preparing;
    const gapless = await openGapless({ track, gain: gainOf(this.volume()), rate: this.#rate, listener, signal });
    const isWanted = () => !signal.aborted;
    if (gapless && isWanted() && this.#isOn()) await gapless.ready();
    if (!isWanted()) {
      gapless?.dispose();
      return;
    }
    this.#preparing = null;
    if (gapless) this.#takeOver(gapless);
    else this.#undecodable = track.id;
  }

  #takeOver(gapless: GaplessOutput): void {
    const wasOn = this.#isOn();
    this.#tune(gapless);
    gapless.seek(this.#element?.seconds ?? 0);
    gapless.setLoop(this.#state.loop);
    this.#gapless = gapless;
    if (wasOn) gapless.play();
    this.#element?.pause();
  }

  #leaveGapless(): void {
    this.#preparing?.abort();
    this.#preparing = null;
    this.#gapless?.dispose();
    this.#gapless = null;
  }

  #isOn(): boolean {
    return this.#state.status === "playing" || this.#state.status === "loading";
  }

  /** Only the output that makes the sound is listened to. */
  #listenerOf(isHeard: () => boolean): OutputListener {
    const heard = (act: () => void) => {
      if (isHeard() && this.#state.track) act();
    };
    return {
      onStatus: (status) =>
        heard(() => {
          if (this.#state.status !== "failed" || status === "playing") this.#set({ status, message: null });
        }),
      onPosition: () => heard(() => this.#set({ positionSeconds: this.#output()?.seconds ?? 0 })),
      onEnded: () => heard(() => this.#set({ status: "paused", positionSeconds: 0 })),
      onBlocked: () => heard(() => this.#set({ status: "paused", message: "Press play to start." })),
      onFailed: (reason) =>
        heard(() => this.#set({ status: "failed", message: reason === "format" ? CANNOT_PLAY : CANNOT_LOAD })),
    };
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
