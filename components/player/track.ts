/** How far the sound goes back or forward at a press. */
export const SEEK_SECONDS = 5;

export interface Track {
  id: string;
  title: string;
  /** The address of what is played; may redirect. */
  src: string;
  durationSeconds: number | null;
  /** Of the file, if known: a loop is then exact to the sample. */
  sampleRateHz?: number;
  channels?: number;
  /** What it is matched by; null or absent where it is not known. */
  bpm?: number | null;
  key?: PlainKey | null;
  lufs?: number | null;
  truePeakDbtp?: number | null;
}

export interface PlainKey {
  /** 0 = C … 11 = B. */
  tonic: number;
  mode: "major" | "minor";
}

/** How a track is changed, as factors of what was recorded. */
export interface Tuning {
  tempo: number;
  pitch: number;
}

export const AS_RECORDED: Tuning = { tempo: 1, pitch: 1 };

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
  /** A marked text: shown by `t`. */
  readonly message: string | null;
  /** Whether it was tried and cannot be decoded by the page, or is too long for that. */
  readonly isUndecodable: boolean;
  /** How the track is changed by the settings. */
  readonly tuning: Tuning;
}

export const IDLE: PlayerState = {
  track: null,
  status: "idle",
  positionSeconds: 0,
  loop: null,
  message: null,
  isUndecodable: false,
  tuning: AS_RECORDED,
};

/** What makes the sound: a media element, or Web Audio while a loop repeats. */
export interface Output {
  readonly seconds: number;
  play(): void;
  pause(): void;
  seek(seconds: number): void;
  setLoop(loop: LoopRange | null): void;
  /** As amplitude: 1 as recorded. Never so much that it clips. */
  setGain(gain: number): void;
  /** Positions and loops stay in the recording's own seconds. */
  setTuning(tuning: Tuning): void;
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
