import { FlashLimiter } from "@/components/visualizer/engine/flash-limiter";
import { FrameSource } from "@/components/visualizer/engine/frame-source";
import type { Piece } from "@/components/visualizer/engine/piece";
import type { Frame } from "@/components/visualizer/engine/scene";
import type { HeardSpectrum } from "@/components/visualizer/engine/spectrum";

/** Where the sound is, and what it sounds like. */
export interface Playhead {
  seconds(): number;
  isPlaying(): boolean;
  /** How many seconds of the recording are played in a second. */
  tempo(): number;
  /** Null while nothing is heard. */
  analyser(): Pick<AnalyserNode, "frequencyBinCount" | "getFloatFrequencyData" | "context"> | null;
}

/** A picture is seen half a frame after it was asked for, on average; at most this much is looked ahead. */
const LEAD_MAX_SECONDS = 0.025;
/** A frame longer than this was a pause. */
const FRAME_MAX_SECONDS = 0.25;

/** Makes frames of what is played, as fast as the screen asks for them. */
export class FrameDriver {
  readonly #source: FrameSource;
  readonly #limiter: FlashLimiter;
  #decibels = new Float32Array(0);
  #frameSeconds = 1 / 60;
  #lastBeat = -1;

  constructor(
    readonly piece: Piece,
    private readonly playhead: Playhead,
    isCalm: boolean,
    /** Called in the frame that shows a beat first. */
    private readonly onBeat: (index: number, positionSeconds: number) => void,
  ) {
    this.#source = new FrameSource(piece);
    this.#limiter = new FlashLimiter(isCalm);
  }

  /** @param deltaSeconds since the last frame; 0 for a picture that stands still */
  next(deltaSeconds: number): Frame {
    const position = this.playhead.seconds();
    const isPlaying = this.playhead.isPlaying();
    const delta = Math.min(FRAME_MAX_SECONDS, deltaSeconds);
    if (delta > 0) this.#frameSeconds += (delta - this.#frameSeconds) * 0.1;
    const lead = isPlaying ? Math.min(LEAD_MAX_SECONDS, this.#frameSeconds / 2) * this.playhead.tempo() : 0;
    const heard = isPlaying ? this.#listen() : null;
    const frame = this.#source.at({ seconds: position + lead, deltaSeconds: delta, isPlaying, heard });
    const index = frame.beat?.index ?? -1;
    if (isPlaying && index >= 0 && index !== this.#lastBeat) this.onBeat(index, position);
    this.#lastBeat = index;
    frame.pulse = this.#limiter.limit(frame.pulse, delta);
    return frame;
  }

  #listen(): HeardSpectrum | null {
    const analyser = this.playhead.analyser();
    if (!analyser) return null;
    if (this.#decibels.length !== analyser.frequencyBinCount)
      this.#decibels = new Float32Array(analyser.frequencyBinCount);
    const decibels = this.#decibels as Float32Array<ArrayBuffer>;
    analyser.getFloatFrequencyData(decibels);
    // Nothing has come yet: what is stored says more.
    if (!decibels.some(Number.isFinite)) return null;
    return { decibels, sampleRateHz: analyser.context.sampleRate };
  }
}
