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
/** Between these parts of a beat lies its off-beat; the last of its sixteenths comes later. */
const OFF_BEAT = { from: 0.42, to: 0.71 };
const OFF_BEATS_MIN = 4;
/** How far off-beats lie apart that are meant to be the same. */
const OFF_BEAT_REACH = 0.035;
/** So many times an onset at the same place fill two thirds of what there is room for. */
const FILLED_BY = 2.4;
/** Neighbours on the ring that a typical bar is the mean of, to each side. */
const SMOOTHING = 2;

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
        [-1, 0.4],
        [0, 1],
        [1, 0.4],
      ] as const) {
        const beside = (bin + offset + BINS) % BINS;
        into[beside] = (into[beside] as number) + weight * share;
      }
    }
    for (let bin = 0; bin < into.length; bin += 1) into[bin] = 1 - Math.exp(-(into[bin] as number) / FILLED_BY);
  }

  #usualBeats({ beats, beatsPerBar }: Piece): number {
    if (beatsPerBar) return beatsPerBar;
    this.#metre.place(beats[Math.floor(beats.length / 2)] as number, this.#place);
    return this.#place.beatsPerBar;
  }

  #offBeatOf({ onsets }: Piece): number | null {
    if (!this.hasBeats) return null;
    const phases: number[] = [];
    for (const seconds of onsets) {
      if (!this.#metre.place(seconds, this.#place)) continue;
      const { phase } = this.#place;
      if (phase >= OFF_BEAT.from && phase <= OFF_BEAT.to) phases.push(phase);
    }
    // The place where most of them lie, so that a few others do not draw it away.
    const near = (place: number) => phases.filter((phase) => Math.abs(phase - place) <= OFF_BEAT_REACH);
    const best = phases.map(near).reduce((most, one) => (one.length > most.length ? one : most), []);
    return best.length >= OFF_BEATS_MIN ? best.reduce((sum, phase) => sum + phase, 0) / best.length : null;
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
      for (let bin = 0; bin < BINS; bin += 1) {
        const count = counts[bin] as number;
        // A short sound has fewer points than the ring has places.
        before = count > 0 ? (band[bin] as number) / count : before;
        band[bin] = before;
      }
      band.set(smoothed(band));
      const most = Math.max(...band);
      if (most > 0) for (let bin = 0; bin < BINS; bin += 1) band[bin] = (band[bin] as number) / most;
    }
    return shape;
  }
}

/** Each value as the mean of its neighbours on the ring. */
function smoothed(band: Float32Array): Float32Array {
  return band.map((_, bin) => {
    let sum = 0;
    for (let beside = -SMOOTHING; beside <= SMOOTHING; beside += 1) sum += band[(bin + beside + BINS) % BINS] as number;
    return sum / (2 * SMOOTHING + 1);
  });
}

export const turnsOf = ({ bar, beatInBar, phase, beatsPerBar }: BeatPlace): number =>
  bar + (beatInBar + phase) / Math.max(1, beatsPerBar);

/** Where the hand is; null where no bar is known, as before the first beat. */
export function handOf(map: BarMap, frame: Frame): number | null {
  if (!map.hasBeats) return map.turnsAt(frame.seconds);
  return frame.beat && turnsOf(frame.beat);
}
