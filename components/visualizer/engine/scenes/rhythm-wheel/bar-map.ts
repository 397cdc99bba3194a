import { Metre, newBeatPlace } from "@/components/visualizer/engine/metre";
import type { Piece } from "@/components/visualizer/engine/piece";
import type { BeatPlace, Frame } from "@/components/visualizer/engine/scene";

/** How finely the ring is divided. */
export const BINS = 192;
/** An onset counts for less with every bar that has passed since. */
const KEPT_PER_BAR = 0.84;
const BARS_KEPT = 20;
/** Points of the envelope that are looked at for the typical bar. */
const SAMPLES = 24_000;
/** Between these parts of a beat lies its off-beat. */
const OFF_BEAT = { from: 0.4, to: 0.82 };
const OFF_BEATS_MIN = 4;

/** Energy of a typical bar around the ring, 0 … 1 each. */
export interface BarShape {
  low: Float32Array;
  mid: Float32Array;
  high: Float32Array;
}

/** A piece wound up on a ring: one turn is a bar, or the whole sound where there are no beats. */
export class BarMap {
  readonly hasBeats: boolean;
  readonly beatsPerBar: number;
  /** For each onset, turns since the first bar began. Ascending. */
  readonly onsets: Float32Array;
  /** Where off-beats fall between two beats: 0.5 is straight, 0.67 is a triplet. Null where there are too few. */
  readonly offBeat: number | null;
  readonly shape: BarShape;
  /** 0 without beats. */
  readonly lastBeatSeconds: number;
  readonly #metre: Metre;
  readonly #durationSeconds: number;
  readonly #place: BeatPlace = newBeatPlace();

  constructor(piece: Piece) {
    this.#metre = new Metre(piece);
    this.#durationSeconds = Math.max(1e-6, piece.durationSeconds);
    this.lastBeatSeconds = piece.beats.at(-1) ?? 0;
    this.hasBeats = piece.beats.length > 1;
    this.beatsPerBar = this.hasBeats ? this.#usualBeats(piece) : 1;
    this.onsets = Float32Array.from(piece.onsets.flatMap((seconds) => this.turnsAt(seconds) ?? []));
    this.offBeat = this.#offBeatOf(piece);
    this.shape = this.#shapeOf(piece);
  }

  /** Turns of the ring until this moment; null where no bar is known. */
  turnsAt(seconds: number): number | null {
    if (!this.hasBeats) return Math.max(0, Math.min(1 - 1e-6, seconds / this.#durationSeconds));
    return this.#metre.place(seconds, this.#place) ? turnsOf(this.#place) : null;
  }

  /** The onsets until now around the ring, the latest bars counting most: 0 … 1. */
  accumulate(turns: number, into: Float32Array): void {
    into.fill(0);
    for (const at of this.onsets) {
      const age = turns - at;
      if (age < 0) break;
      if (age > BARS_KEPT) continue;
      const bin = Math.round((at % 1) * BINS);
      const weight = KEPT_PER_BAR ** Math.floor(age);
      for (const [offset, share] of [
        [-1, 0.5],
        [0, 1],
        [1, 0.5],
      ] as const) {
        const beside = (bin + offset + BINS) % BINS;
        into[beside] = (into[beside] as number) + weight * share;
      }
    }
    // So many bars with an onset there are as much as there can be.
    const full = (1 - KEPT_PER_BAR ** 6) / (1 - KEPT_PER_BAR);
    for (let bin = 0; bin < into.length; bin += 1) into[bin] = Math.min(1, (into[bin] as number) / full);
  }

  #usualBeats({ beats, beatsPerBar }: Piece): number {
    if (beatsPerBar) return beatsPerBar;
    this.#metre.place(beats[Math.floor(beats.length / 2)] as number, this.#place);
    return this.#place.beatsPerBar;
  }

  #offBeatOf({ onsets }: Piece): number | null {
    if (!this.hasBeats) return null;
    let sum = 0;
    let count = 0;
    for (const seconds of onsets) {
      if (!this.#metre.place(seconds, this.#place)) continue;
      const { phase } = this.#place;
      if (phase < OFF_BEAT.from || phase > OFF_BEAT.to) continue;
      sum += phase;
      count += 1;
    }
    return count >= OFF_BEATS_MIN ? sum / count : null;
  }

  #shapeOf({ envelope, durationSeconds }: Piece): BarShape {
    const shape = { low: new Float32Array(BINS), mid: new Float32Array(BINS), high: new Float32Array(BINS) };
    if (!envelope) return shape;
    const counts = new Float32Array(BINS);
    const step = Math.max(envelope.secondsPerPoint, durationSeconds / SAMPLES);
    for (let seconds = 0; seconds < durationSeconds; seconds += step) {
      const turns = this.turnsAt(seconds);
      if (turns === null) continue;
      const bin = Math.floor((turns % 1) * BINS);
      const point = Math.floor(seconds / envelope.secondsPerPoint);
      counts[bin] = (counts[bin] as number) + 1;
      for (const band of ["low", "mid", "high"] as const)
        shape[band][bin] = (shape[band][bin] as number) + (envelope[band][point] ?? 0);
    }
    for (const band of [shape.low, shape.mid, shape.high]) {
      let before = 0;
      let most = 0;
      for (let bin = 0; bin < BINS; bin += 1) {
        const count = counts[bin] as number;
        // A short sound has fewer points than the ring has places.
        before = count > 0 ? (band[bin] as number) / count : before;
        band[bin] = before;
        most = Math.max(most, before);
      }
      if (most > 0) for (let bin = 0; bin < BINS; bin += 1) band[bin] = (band[bin] as number) / most;
    }
    return shape;
  }
}

export const turnsOf = ({ bar, beatInBar, phase, beatsPerBar }: BeatPlace): number =>
  bar + (beatInBar + phase) / Math.max(1, beatsPerBar);

/** Where the hand is; null where no bar is known, as before the first beat. */
export function handOf(map: BarMap, frame: Frame): number | null {
  if (!map.hasBeats) return map.turnsAt(frame.seconds);
  return frame.beat && turnsOf(frame.beat);
}
