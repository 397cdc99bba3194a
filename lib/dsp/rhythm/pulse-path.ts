import { type BeatActivation, ROW_LEAD_SECONDS, ROWS_PER_SECOND } from "./beat-activation";
import { decodeBeats, PLAYED_MANNER } from "./beat-decoding";
import type { TempoReading } from "./tempo-beliefs";

/** Beats that were followed through a piece whose tempo may move. */
export type PulsePath = {
  /** Seconds from the first onset frame, ascending. */
  beats: number[];
  /** Beats a minute of the middle interval. */
  bpm: number;
};

/** How far, in octaves, a beat's tempo may lie from one that is believed in and still be it. */
const BELIEF_WIDTH_OCTAVES = 0.14;
/** What is believed of tempi that no reading names. */
const BELIEF_FLOOR = 0.02;
/** How much the belief in a tempo counts at each beat. */
const BELIEF_WEIGHT = 0.6;
const BEATS_MIN = 4;

/**
 * The most likely beats, given what the network hears and how likely each tempo is by the onsets' repetition. Null for
 * fewer than four beats.
 */
export function pulsePath(
  { beat }: BeatActivation,
  readings: readonly TempoReading[],
  { manner = PLAYED_MANNER, weight = BELIEF_WEIGHT, floor = BELIEF_FLOOR, width = BELIEF_WIDTH_OCTAVES } = {},
): PulsePath | null {
  const preference = (bpm: number) => {
    let belief = floor;
    for (const reading of readings) {
      belief += reading.confidence * Math.exp(-0.5 * (Math.log2(bpm / reading.bpm) / width) ** 2);
    }
    return weight * Math.log(Math.min(1, belief));
  };
  const { rows } = decodeBeats(beat, ROWS_PER_SECOND, manner, preference);
  if (rows.length < BEATS_MIN) return null;
  const beats = rows.map((row) => row / ROWS_PER_SECOND + ROW_LEAD_SECONDS);
  return { beats, bpm: 60 / middleInterval(beats) };
}

export function middleInterval(beats: readonly number[]): number {
  const intervals = beats.slice(1).map((at, i) => at - beats[i]);
  return intervals.sort((a, b) => a - b)[intervals.length >> 1] ?? 0;
}
