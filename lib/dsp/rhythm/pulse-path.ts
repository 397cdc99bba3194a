import { logistic } from "@/lib/dsp/learned/softmax";
import { type BeatActivation, ROW_LEAD_SECONDS, ROWS_PER_SECOND } from "./beat-activation";
import { decodeBeats, PLAYED_MANNER } from "./beat-decoding";
import { beatEnvelope } from "./beat-envelope";
import { snapBeats } from "./beat-tracking";
import type { TempoReading } from "./tempo-beliefs";

/** How far, in octaves, a beat's tempo may lie from one that is believed in and still be it. */
const BELIEF_WIDTH_OCTAVES = 0.25;
/** What is believed of tempi that no reading names. */
const BELIEF_FLOORS = [0.5, 0.12];
/**
 * The first of each pair holds where the onsets hardly repeat, for there a player's tempo moves, and the second where they
 * repeat clearly: up to the first salience, and from the second one on.
 */
const SALIENCES = [0.3, 0.8];
/** How much the belief in a tempo counts at each beat. */
const BELIEF_WEIGHTS = [1.5, 3];
/** A path of fewer beats says nothing, nor does one on whose beats hardly anything is heard. */
const BEATS_MIN = 6;
const CLARITY_MIN = 0.25;

/**
 * Beats followed through a piece whose tempo may move: the most likely ones, given what the network hears and how likely
 * each tempo is by how the onsets repeat. Null if there are too few.
 *
 * @param strengths onset strength per frame: low, mid and high band
 * @param beliefs readings of the tempo, and the largest `beatSalience` of any
 * @returns fractional onset frames, ascending
 */
export function pulsePath(
  { beat }: BeatActivation,
  strengths: (Float32Array | Float64Array)[],
  framesPerSecond: number,
  { readings, salience }: { readings: readonly TempoReading[]; salience: number },
): Float64Array | null {
  const envelope = beatEnvelope(strengths, framesPerSecond);
  if (!envelope) return null;
  const clear = Math.max(0, Math.min(1, (salience - SALIENCES[0]) / (SALIENCES[1] - SALIENCES[0])));
  const [floor, weight] = [BELIEF_FLOORS, BELIEF_WEIGHTS].map(([unclear, most]) => unclear + (most - unclear) * clear);
  const preference = (bpm: number) => {
    let belief = floor;
    for (const reading of readings) {
      belief += reading.confidence * Math.exp(-0.5 * (Math.log2(bpm / reading.bpm) / BELIEF_WIDTH_OCTAVES) ** 2);
    }
    return weight * Math.log(Math.min(1, belief));
  };
  const rows = decodeBeats(beat, ROWS_PER_SECOND, PLAYED_MANNER, preference);
  if (rows.length < BEATS_MIN || clarity(beat, rows) < CLARITY_MIN) return null;
  const frames = rows.map((row) => (row / ROWS_PER_SECOND + ROW_LEAD_SECONDS) * framesPerSecond);
  return snapBeats(frames, envelope, framesPerSecond);
}

/** Mean probability of a beat on those that were followed. */
function clarity(odds: Float32Array, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + logistic(odds[row]), 0) / rows.length;
}

/** Onset frames that one row of the network is made of. */
export const framesPerRow = (framesPerSecond: number) => framesPerSecond / ROWS_PER_SECOND;

/** The row of the network that an onset frame falls in, fractional. */
export const rowAt = (frame: number, framesPerSecond: number) =>
  (frame / framesPerSecond - ROW_LEAD_SECONDS) * ROWS_PER_SECOND;

/** The middle one of the intervals between ascending times. */
export function middleInterval(times: ArrayLike<number>): number {
  const intervals = Array.from({ length: Math.max(0, times.length - 1) }, (_, i) => times[i + 1] - times[i]);
  return intervals.sort((a, b) => a - b)[intervals.length >> 1] ?? 0;
}
