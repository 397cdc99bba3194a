import type { Piece } from "@/components/visualizer/engine/piece";
import type { BeatPlace } from "@/components/visualizer/engine/scene";
import { lastAt } from "@/components/visualizer/engine/sorted-times";

/** Seconds for a beat where none was found. */
const QUIET_BEAT_SECONDS = 0.75;
/** How much the motion leans forward on a beat, as a share of a beat. Below 1 / 2π it never goes back. */
const SURGE = 0.11;
/** Where the present is, as a share of half the shorter side of the picture. */
export const NOW_RADIUS = 0.84;
/** Beats of depth from the present to half its radius. */
const BEATS_TO_HALF = 1.9;
/** In calm mode the way takes so many seconds at least, whatever the tempo: as far as rows are kept. */
const CALM_SECONDS_TO_HALF = 2.4;
const CALM_BEATS_TO_HALF = { least: 3, most: 8 };
const FOLDS_WITHOUT_METRE = 6;

/**
 * The depth of a tunnel in beats: beat n of the piece is at depth n. Before the first beat and after the last one depth
 * goes on at the pace of the nearest beats; without beats it goes on steadily from 0.
 */
export class Journey {
  readonly hasBeats: boolean;
  readonly #beats: readonly number[];
  readonly #first: number;
  readonly #last: number;

  constructor(beats: readonly number[]) {
    // Of beats at the same time the tunnel would have no length between them.
    this.#beats = beats.filter((beat, i) => i === 0 || beat > (beats[i - 1] ?? 0));
    this.hasBeats = this.#beats.length > 1;
    const [a = 0, b = QUIET_BEAT_SECONDS] = this.#beats;
    const [y = 0, z = QUIET_BEAT_SECONDS] = this.#beats.slice(-2);
    this.#first = this.hasBeats ? b - a : QUIET_BEAT_SECONDS;
    this.#last = this.hasBeats ? z - y : QUIET_BEAT_SECONDS;
  }

  /** Seconds of a beat, on average. */
  get beatSeconds(): number {
    const beats = this.#beats;
    return this.hasBeats ? ((beats.at(-1) ?? 0) - (beats[0] ?? 0)) / (beats.length - 1) : QUIET_BEAT_SECONDS;
  }

  depthAt(seconds: number): number {
    if (!this.hasBeats) return seconds / QUIET_BEAT_SECONDS;
    const beats = this.#beats;
    const index = lastAt(beats, seconds);
    const from = beats[Math.max(0, index)] ?? 0;
    if (index < 0) return (seconds - from) / this.#first;
    const to = beats[index + 1];
    return index + (seconds - from) / (to === undefined ? this.#last : to - from);
  }

  secondsAt(depth: number): number {
    if (!this.hasBeats) return depth * QUIET_BEAT_SECONDS;
    const beats = this.#beats;
    if (depth <= 0) return (beats[0] ?? 0) + depth * this.#first;
    const index = Math.min(beats.length - 1, Math.floor(depth));
    const from = beats[index] ?? 0;
    const to = beats[index + 1];
    return from + (depth - index) * (to === undefined ? this.#last : to - from);
  }

  /** Where the traveller is: at the depth of the moment, leaning into each beat, or without that in calm mode. */
  travel(seconds: number, isCalm: boolean): number {
    const depth = this.depthAt(seconds);
    return isCalm || !this.hasBeats ? depth : depth + SURGE * Math.sin(2 * Math.PI * depth);
  }
}

/** Beats of depth for one unit of 1 / radius: more of them move more slowly. */
export function reachOf(journey: Journey, isCalm: boolean): number {
  const { least, most } = CALM_BEATS_TO_HALF;
  const calm = Math.min(most, Math.max(least, CALM_SECONDS_TO_HALF / journey.beatSeconds));
  return (isCalm ? calm : BEATS_TO_HALF) * NOW_RADIUS;
}

/** Mirrored segments of a cross-section: as many as a bar has beats, doubled where that is few. */
export function foldsOf(beatsPerBar: number | null): number {
  if (!beatsPerBar || beatsPerBar < 1) return FOLDS_WITHOUT_METRE;
  const beats = Math.round(beatsPerBar);
  return beats < 3 ? 4 : beats < 5 ? beats * 2 : Math.min(16, beats);
}

/** Of the segments, those that stand for a beat of the bar: from `first`, `count` of them. Written into `into`. */
export function segmentsOfBeat(
  folds: number,
  { beatInBar, beatsPerBar }: Pick<BeatPlace, "beatInBar" | "beatsPerBar">,
  into: { first: number; count: number },
): void {
  into.count = Math.max(1, Math.floor(folds / Math.max(1, beatsPerBar)));
  into.first = (beatInBar * into.count) % folds;
}

/** For the beats of a piece, 1 where a bar begins. */
export function barStarts({ beats, downbeats }: Pick<Piece, "beats" | "downbeats">): Uint8Array {
  const starts = new Uint8Array(beats.length);
  for (const downbeat of downbeats) {
    const index = lastAt(beats, downbeat + 0.002);
    if (index >= 0 && Math.abs((beats[index] ?? 0) - downbeat) <= 0.002) starts[index] = 1;
  }
  return starts;
}
