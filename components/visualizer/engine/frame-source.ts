import { Metre, newBeatPlace, pulseOf } from "./metre";
import type { Envelope, Piece } from "./piece";
import type { BeatPlace, Frame } from "./scene";
import { stretchAt } from "./sorted-times";
import { type HeardSpectrum, heardChroma, heardSpectrum, newSpectrum, storedChroma, storedSpectrum } from "./spectrum";

export interface Moment {
  seconds: number;
  deltaSeconds: number;
  isPlaying: boolean;
  /** What is heard now. Null where the browser does not let us listen, and where nothing plays. */
  heard: HeardSpectrum | null;
}

/** Makes the frames of a piece: any moment, in any order, always the same for the same moment. */
export class FrameSource {
  readonly metre: Metre;
  readonly #chordStarts: Float64Array;
  readonly #sectionStarts: Float64Array;
  readonly #beat: BeatPlace = newBeatPlace();
  readonly #frame: Frame = {
    ...{ seconds: 0, deltaSeconds: 0, isPlaying: false, beat: null, pulse: 0, level: 0, low: 0, mid: 0, high: 0 },
    ...{ spectrum: newSpectrum(), chroma: new Float32Array(12), chord: -1, section: -1 },
  };

  constructor(readonly piece: Piece) {
    this.metre = new Metre(piece);
    this.#chordStarts = Float64Array.from(piece.chords, ({ startSeconds }) => startSeconds);
    this.#sectionStarts = Float64Array.from(piece.sections, ({ startSeconds }) => startSeconds);
  }

  /** The frame is reused by the next call. */
  at({ seconds, deltaSeconds, isPlaying, heard }: Moment): Frame {
    const { piece } = this;
    const frame = this.#frame;
    frame.seconds = seconds;
    frame.deltaSeconds = deltaSeconds;
    frame.isPlaying = isPlaying;
    frame.beat = this.metre.place(seconds, this.#beat) ? this.#beat : null;
    frame.pulse = frame.beat ? pulseOf(frame.beat) : 0;
    frame.chord = stretchAt(this.#chordStarts, piece.chords, seconds);
    frame.section = stretchAt(this.#sectionStarts, piece.sections, seconds);
    setBands(frame, piece.envelope, seconds);
    if (heard) {
      heardSpectrum(heard, frame.spectrum);
      heardChroma(heard, frame.chroma);
    } else if (piece.mel) {
      storedSpectrum(piece.mel, seconds, frame.spectrum);
      storedChroma(frame.spectrum, frame.chroma);
    } else {
      frame.spectrum.fill(0);
      frame.chroma.fill(0);
    }
    return frame;
  }
}

const BANDS = ["level", "low", "mid", "high"] as const;

function setBands(frame: Frame, envelope: Envelope | null, seconds: number): void {
  for (const band of BANDS) frame[band] = envelope ? valueAt(envelope[band], seconds / envelope.secondsPerPoint) : 0;
}

/** Between the middles of two points; 0 outside. */
function valueAt(values: Float32Array, place: number): number {
  if (place < 0 || place > values.length) return 0;
  const at = Math.max(0, Math.min(values.length - 1, place - 0.5));
  const low = Math.floor(at);
  const before = values[low] ?? 0;
  return before + ((values[low + 1] ?? before) - before) * (at - low);
}
