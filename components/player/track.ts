import type { PlaybackRate } from "./playback-rate";

export interface Track {
  id: string;
  title: string;
  /** The address of what is played; may redirect. */
  src: string;
  durationSeconds: number | null;
  /** Of the file, if known: a loop is then exact to the sample. */
  sampleRateHz?: number;
  channels?: number;
}

/** A part of a track that repeats. */
export interface LoopRange {
  startSeconds: number;
  endSeconds: number;
}

export type PlayStatus = "idle" | "loading" | "playing" | "paused" | "failed";

export interface PlayerState {
  readonly track: Track | null;
  readonly status: PlayStatus;
  /** As last reported, about four times a second. `positionSeconds()` is exact. */
  readonly positionSeconds: number;
  readonly loop: LoopRange | null;
  readonly message: string | null;
}

export const IDLE: PlayerState = { track: null, status: "idle", positionSeconds: 0, loop: null, message: null };

/** What makes the sound: a media element, or Web Audio while a loop repeats. */
export interface Output {
  readonly seconds: number;
  play(): void;
  pause(): void;
  seek(seconds: number): void;
  setLoop(loop: LoopRange | null): void;
  /** 0 to 1, as amplitude. */
  setGain(gain: number): void;
  /** Positions and loops stay in the recording's own seconds. */
  setRate(rate: PlaybackRate): void;
  heard(): Heard;
}

/** What makes the sound, or a copy of the sound itself: to be looked at (`SoundTap`). */
export type Heard = HTMLAudioElement | MediaStream;

/** What an output reports. */
export interface OutputListener {
  onStatus(status: "loading" | "playing" | "paused"): void;
  onPosition(): void;
  onEnded(): void;
  onFailed(reason: "format" | "load"): void;
  /** The browser wants a click or a key first. */
  onBlocked(): void;
}
