import { logistic } from "@/lib/dsp/learned/softmax";
import { decodeBars, FOLLOWED, STEADY } from "./bar-decoding";
import { BAR_READINGS, type BarReading } from "./bar-phase";
import type { BeatActivation } from "./beat-activation";
import type { BeatGrid } from "./beat-grid";
import { rowAt } from "./pulse-path";

/** As written: a bar of six-eight has two beats, which are dotted quarters. Confidence 0 … 1. */
export type Meter = { beatsPerBar: 3 | 4 | 6; beatUnit: 4 | 8; confidence: number };

/** Least share of a reading that a logarithm is taken of. */
const SHARE_MIN = 1e-4;
/** What the difference between bars of three and of four is worth, in log odds. */
const LENGTH_WEIGHT = 0.3;

type Bars = { reading: { beatsPerBar: number; downbeat: number }; meter: Meter };
export type CountedBeats = { meter: Meter; isDownbeat: (beat: number) => boolean; compound: boolean };

/** Bars of one length throughout. */
export function countedBars(readings: Float64Array, compound: number): CountedBeats {
  const { meter, reading } = compound > 0.5 ? compoundBars(readings, compound) : simpleBars(readings, compound);
  const isDownbeat = (beat: number) => beat % reading.beatsPerBar === reading.downbeat;
  return { meter, isDownbeat, compound: compound > 0.5 };
}

/** Bars that may slip where a beat was missed, by what the network hears of them as well. */
export function followedBars(
  activation: BeatActivation,
  { beats, steady }: BeatGrid,
  framesPerSecond: number,
  readings: Float64Array,
  likelyCompound: number,
): CountedBeats {
  const rows = Array.from(beats, (frame) => rowAt(frame, framesPerSecond));
  const compound = likelyCompound > 0.5;
  const counting = steady ? STEADY : FOLLOWED;
  const known = (reading: BarReading) => Math.log(readings[BAR_READINGS.indexOf(reading)] + SHARE_MIN);
  const bars = decodeBars(activation, rows, compound ? [2] : [3, 4], known, counting);
  const downbeats = new Set(bars.downbeats);
  const isDownbeat = (beat: number) => downbeats.has(beat);
  if (compound) return { meter: { beatsPerBar: 6, beatUnit: 8, confidence: likelyCompound }, isDownbeat, compound };
  const [three = 0, four = 0] = [3, 4].map((length) => bars.scores.get(length));
  const beatsPerBar = three > four ? 3 : 4;
  const confidence = (1 - likelyCompound) * logistic(LENGTH_WEIGHT * Math.abs(three - four));
  return { meter: { beatsPerBar, beatUnit: 4, confidence }, isDownbeat, compound };
}

function simpleBars(readings: Float64Array, compound: number): Bars {
  const ofLength = (length: number) => sum(readings.filter((_, i) => BAR_READINGS[i].beatsPerBar === length));
  const beatsPerBar: BarReading["beatsPerBar"] = ofLength(3) > ofLength(4) ? 3 : 4;
  const own = readings.map((value, i) => (BAR_READINGS[i].beatsPerBar === beatsPerBar ? value : 0));
  const reading = BAR_READINGS[indexOfLargest(own)];
  return { reading, meter: { beatsPerBar, beatUnit: 4, confidence: Math.min(1, (1 - compound) * sum(own)) } };
}

/** Bars of two dotted quarters: in a reading in four, beats one and three both begin a bar. */
function compoundBars(readings: Float64Array, compound: number): Bars {
  const first = [0, 1].map((parity) =>
    sum(readings.filter((_, i) => BAR_READINGS[i].beatsPerBar === 4 && BAR_READINGS[i].downbeat % 2 === parity)),
  );
  const downbeat = first[1] > first[0] ? 1 : 0;
  return { reading: { beatsPerBar: 2, downbeat }, meter: { beatsPerBar: 6, beatUnit: 8, confidence: compound } };
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}

function indexOfLargest(values: Float64Array): number {
  return values.indexOf(Math.max(...values));
}
