import { msg } from "@/lib/language/text";
import { isDecodable } from "./decode-track";
import { ElementOutput } from "./element-output";
import { OutputsAhead } from "./outputs-ahead";
import { SoundDesk } from "./sound-desk";
import { Takeover } from "./takeover";
import {
  type Heard,
  IDLE,
  type LoopRange,
  type Output,
  type OutputListener,
  type PlayerState,
  type Track,
} from "./track";
import { isForElement } from "./tuning";

const CANNOT_PLAY = msg("Your browser cannot play this format. The analysis is still available.");
const CANNOT_LOAD = msg("The audio could not be loaded. Try again in a moment.");

/**
 * The sound of the studio: one track at a time, on whatever page it was started. A media element plays it. Once that is
 * decoded, Web Audio takes over what the element cannot do: a loop without a gap, another key, more than full volume.
 */
export class AudioPlayer {
  #state = IDLE;
  /** Volume, rate, and what everything is matched to. Positions stay in the recording's own seconds. */
  readonly sound = new SoundDesk(() => this.#retune());
  #element: ElementOutput | null = null;
  readonly #ahead = new OutputsAhead(() => this.#createElement());
  readonly #takeover = new Takeover();
  readonly #listeners = new Set<() => void>();
  readonly #whenEnded = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** Called when a track has played to its end. */
  readonly whenEnded = (listener: () => void): (() => void) => {
    this.#whenEnded.add(listener);
    return () => this.#whenEnded.delete(listener);
  };
  readonly state = (): PlayerState => this.#state;

  /** Where this track is now, in its own seconds; 0 if it is not the one that is loaded. */
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
    const isOn = this.isCurrent(track.id) && this.#isOn();
    if (isOn) this.pause();
    else this.play(track);
  }

  play(track: Track): void {
    const output = this.#load(track);
    if (output === this.#element) this.#set({ status: "loading", message: null });
    if (this.#mustWait(track)) this.#takeOverIfNeeded();
    else output.play();
  }

  /** Fetches the beginnings of these tracks, so that any of them sounds at once, and forgets all others. */
  loadAhead(tracks: readonly Track[]): void {
    this.#ahead.fetchOnly(tracks.filter(({ id }) => !this.isCurrent(id)));
  }

  pause(): void {
    this.#output()?.pause();
    if (this.#state.status === "loading") this.#set({ status: "paused" });
  }

  /** Stops and forgets whatever is loaded. */
  stop(): void {
    this.loadAhead([]);
    this.#takeover.leave();
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
    this.#takeOverIfNeeded();
  }

  #output(): Output | null {
    return this.#takeover.output ?? this.#element;
  }

  /** Returns what plays this track. Another track that was playing stops. */
  #load(track: Track): Output {
    if (this.isCurrent(track.id) && this.#state.status !== "failed" && this.#element) {
      this.#learn(track);
      return this.#takeover.output ?? this.#element;
    }
    this.#takeover.leave();
    const ahead = this.#ahead.take(track.id);
    const before = this.#state.track?.id;
    const old = this.#element;
    const element = ahead ?? old ?? this.#createElement();
    this.#element = element;
    this.#state = { ...IDLE, track, status: "paused", tuning: this.sound.tuningFor(track) };
    this.#tune(element);
    if (!ahead) element.load(track.src);
    else if (old) {
      old.pause();
      this.#ahead.putBack(before, old);
    }
    this.#set({});
    this.#takeOverIfNeeded();
    return element;
  }

  /** Another page, or a correction, knows more of the track. */
  #learn(track: Track): void {
    const known = this.#state.track;
    if (!known || track === known) return;
    const facts = ["bpm", "lufs", "key", "truePeakDbtp"] as const;
    const isNews = (fact: (typeof facts)[number]) =>
      track[fact] !== undefined && JSON.stringify(track[fact]) !== JSON.stringify(known[fact]);
    if (!facts.some(isNews)) return;
    this.#state = { ...this.#state, track: { ...known, ...track } };
    this.#retune();
  }

  #createElement(): ElementOutput {
    const element: ElementOutput = new ElementOutput(this.#listenerOf(() => this.#output() === element));
    return element;
  }

  #tune(output: Output): void {
    const { track, tuning } = this.#state;
    if (!track) return;
    output.setGain(this.sound.gainFor(track));
    output.setTuning(tuning);
  }

  /** Volume or settings are different. */
  #retune(): void {
    const { track } = this.#state;
    const { tuning: before } = this.#state;
    const tuning = track ? this.sound.tuningFor(track) : before;
    // What was too long to be stretched may do with another.
    const isOther = tuning.tempo !== before.tempo || tuning.pitch !== before.pitch;
    if (isOther) this.#state = { ...this.#state, tuning, isUndecodable: false };
    if (this.#element) this.#tune(this.#element);
    if (track && this.#takeover.output && !isDecodable(track, this.#state.tuning)) this.#backToElement();
    if (this.#takeover.output) this.#tune(this.#takeover.output);
    this.#takeOverIfNeeded();
    this.#set({});
  }

  /** The media element goes on where Web Audio is. */
  #backToElement(): void {
    const at = this.#takeover.output?.seconds ?? 0;
    const wasOn = this.#isOn();
    this.#takeover.leave();
    this.#element?.seek(at);
    this.#element?.setLoop(this.#state.loop);
    if (wasOn) this.#element?.play();
  }

  /** Whether the element is not begun with: the beginning would be in another key than the rest, or not as loud. */
  #mustWait(track: Track): boolean {
    const { tuning, isUndecodable } = this.#state;
    if (this.#takeover.output || isUndecodable || !isDecodable(track, tuning)) return false;
    return !isForElement(tuning) || this.sound.isRaised(track);
  }

  /** Whether there is something that the media element cannot do. */
  #needsTakeover(track: Track): boolean {
    return (
      this.#state.loop !== null || !isForElement(this.#state.tuning) || (this.#isOn() && this.sound.isRaised(track))
    );
  }

  /** Decodes the track while the media element plays on, then takes over where it is. */
  #takeOverIfNeeded(): void {
    const { track, isUndecodable } = this.#state;
    if (!track || isUndecodable || this.#takeover.output || this.#takeover.isBusy) return;
    if (this.#needsTakeover(track)) void this.#takeOver(track);
  }

  async #takeOver(track: Track): Promise<void> {
    const output = await this.#takeover.prepare({
      track,
      tuning: () => this.#state.tuning,
      loop: () => this.#state.loop,
      isOn: () => this.#isOn(),
      listener: this.#listenerOf(() => this.#takeover.output !== null),
    });
    if (output === null) return;
    if (output === "never") {
      this.#set({ isUndecodable: true });
      if (this.#isOn()) this.#element?.play();
      return;
    }
    const wasOn = this.#isOn();
    this.#tune(output);
    output.seek(this.#element?.seconds ?? 0);
    output.setLoop(this.#state.loop);
    if (wasOn) output.play();
    this.#element?.pause();
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
          if (this.#state.status === "failed" && status !== "playing") return;
          this.#set({ status, message: null });
          this.#takeOverIfNeeded();
        }),
      onPosition: () => heard(() => this.#set({ positionSeconds: this.#output()?.seconds ?? 0 })),
      onEnded: () =>
        heard(() => {
          this.#set({ status: "paused", positionSeconds: 0 });
          for (const listener of this.#whenEnded) listener();
        }),
      onBlocked: () => heard(() => this.#set({ status: "paused", message: msg("Press play to start.") })),
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
