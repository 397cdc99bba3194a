import type { Piece } from "./piece";
import type { BeatPlace } from "./scene";
import { lastAt } from "./sorted-times";

const USUAL_BEATS_PER_BAR = 4;
/** A first beat and the beat that it is may differ by rounding. */
const SAME_SECONDS = 0.002;
/** What a beat reaches that does not begin a bar. */
const WEAK_PULSE = 0.6;

/** The beats of a piece, each with its place in its bar. */
export class Metre {
  readonly beats: readonly number[];
  readonly bars: number;
  readonly #bar: Int32Array;
  readonly #inBar: Int32Array;
  readonly #perBar: Int32Array;
  readonly #lastSeconds: number;

  constructor({ beats, downbeats, beatsPerBar }: Pick<Piece, "beats" | "downbeats" | "beatsPerBar">) {
    this.beats = beats;
    this.#bar = new Int32Array(beats.length);
    this.#inBar = new Int32Array(beats.length);
    this.#perBar = new Int32Array(beats.length);
    const usual = Math.max(1, beatsPerBar ?? USUAL_BEATS_PER_BAR);
    const ones = onesOf(beats, downbeats);
    const first = ones[0] ?? 0;
    let bar = Math.ceil(first / usual);
    // What comes before the first bar is the end of one that is not there.
    for (let at = 0; at < first; at += 1) {
      const place = at - first;
      this.#set(at, bar + Math.floor(place / usual), ((place % usual) + usual) % usual, usual);
    }
    for (const [index, one] of ones.entries()) {
      const next = ones[index + 1];
      const end = next ?? beats.length;
      const perBar = next === undefined ? usual : Math.max(1, end - one);
      for (let at = one; at < end; at += 1)
        this.#set(at, bar + Math.floor((at - one) / perBar), (at - one) % perBar, perBar);
      bar += Math.max(1, Math.ceil((end - one) / perBar));
    }
    this.bars = beats.length > 0 ? (this.#bar.at(-1) as number) + 1 : 0;
    const [before = 0, last = 0] = beats.slice(-2);
    // The last beat lasts as long as the one before it.
    this.#lastSeconds = beats.length > 1 ? last - before : 0;
  }

  #set(at: number, bar: number, inBar: number, perBar: number): void {
    this.#bar[at] = bar;
    this.#inBar[at] = inBar;
    this.#perBar[at] = perBar;
  }

  /** Writes the place of a moment. False before the first beat, after the last one has ended, and without beats. */
  place(seconds: number, into: BeatPlace): boolean {
    const { beats } = this;
    if (beats.length < 2) return false;
    const index = lastAt(beats, seconds);
    if (index < 0) return false;
    const start = beats[index] as number;
    const length = index + 1 < beats.length ? (beats[index + 1] as number) - start : this.#lastSeconds;
    const phase = length > 0 ? (seconds - start) / length : 1;
    if (phase >= 1) return false;
    into.index = index;
    into.phase = phase;
    into.bar = this.#bar[index] as number;
    into.beatInBar = this.#inBar[index] as number;
    into.beatsPerBar = this.#perBar[index] as number;
    return true;
  }
}

/** 1 on the first beat of a bar, 0.6 on another, falling to 0 until the next. */
export function pulseOf({ phase, beatInBar }: BeatPlace): number {
  return (1 - phase) ** 2 * (beatInBar === 0 ? 1 : WEAK_PULSE);
}

export const newBeatPlace = (): BeatPlace => ({ index: 0, phase: 0, bar: 0, beatInBar: 0, beatsPerBar: 4 });

/** Indexes of the beats that begin a bar; the first beat where none is known. */
function onesOf(beats: readonly number[], downbeats: readonly number[]): number[] {
  const ones = new Set<number>();
  for (const seconds of downbeats) {
    const index = lastAt(beats, seconds + SAME_SECONDS);
    if (index >= 0 && Math.abs((beats[index] as number) - seconds) <= SAME_SECONDS) ones.add(index);
  }
  return ones.size > 0 ? [...ones] : beats.length > 0 ? [0] : [];
}
