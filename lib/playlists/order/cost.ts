import { type CurvePoint, energyAt } from "./curve";

/** What the order depends on. A value that is not known is null. */
export interface Track {
  id: string;
  /** On the Camelot wheel: 1–12, and whether it is minor ("A"). */
  key: { hour: number; isMinor: boolean } | null;
  bpm: number | null;
  /** 0–1. */
  energy: number | null;
}

/** What a step costs whose key or tempo is not known: as much as one that half fits. */
export const NEUTRAL_COST = 0.5;
/** How far a sample of unknown energy is taken to be from the curve. */
export const NEUTRAL_ERROR = 0.25;
export const WEIGHTS = { key: 1, tempo: 1, energy: 1.5 } as const;

/** A change of tempo by so much costs 1. */
const TEMPO_CHANGE_FULL = 0.12;
/** Half and double time mix, but are noticed. */
const HALF_OR_DOUBLE_COST = 0.2;

/**
 * How badly two keys mix, 0–1: 0 for the same, 0.1 for neighbours on the wheel and relatives, 0.35 for a neighbour's
 * relative, 0.45 for two hours (a whole tone), and from 0.6 for what is further away. Symmetric.
 */
export function keyCost(a: Track["key"], b: Track["key"]): number {
  if (!a || !b) return NEUTRAL_COST;
  const apart = Math.abs(a.hour - b.hour);
  const hours = Math.min(apart, 12 - apart);
  const isSameRing = a.isMinor === b.isMinor;
  if (hours === 0) return isSameRing ? 0 : 0.1;
  if (hours === 1) return isSameRing ? 0.1 : 0.35;
  if (hours === 2 && isSameRing) return 0.45;
  return 0.6 + 0.1 * Math.min(4, hours - 2);
}

export interface TempoStep {
  /** The change in BPM after half or double time. */
  change: number;
  /** By how much the second is played faster or slower to have the tempo of the first; 1 = as it is. */
  factor: 0.5 | 1 | 2;
}

/** The smallest change of tempo between two, at the same, half or double time. */
export function tempoStep(from: number, to: number): TempoStep {
  const octaves = Math.log2(to / from);
  const step = (factor: TempoStep["factor"]): TempoStep => ({ change: to * factor - from, factor });
  if (stepCost(octaves) <= stepCost(octaves + 1) + HALF_OR_DOUBLE_COST) {
    if (stepCost(octaves) <= stepCost(octaves - 1) + HALF_OR_DOUBLE_COST) return step(1);
  }
  return octaves < 0 ? step(2) : step(0.5);
}

/** On a logarithmic scale, so that there and back cost the same. */
const stepCost = (octaves: number) => Math.min(1, Math.abs(octaves) / FULL_OCTAVES);
const FULL_OCTAVES = Math.log2(1 + TEMPO_CHANGE_FULL);

/** How far two tempos are apart, 0–1. Symmetric. */
export function tempoCost(a: number | null, b: number | null): number {
  if (a === null || b === null || a <= 0 || b <= 0) return NEUTRAL_COST;
  const octaves = Math.abs(Math.log2(b / a));
  return Math.min(stepCost(octaves), stepCost(octaves - 1) + HALF_OR_DOUBLE_COST);
}

/** The costs of one set of tracks, worked out once. */
export interface Costs {
  count: number;
  /** Of playing one after another, `count × count`, symmetric. */
  steps: Float32Array;
  /** Of a track at a place, `count × count`: track times `count` plus place. */
  places: Float32Array;
}

/**
 * Energies as shares of the set: the quietest is 0, the loudest 1, by rank. A curve can then be followed whatever the
 * set is made of. Equal energies have equal shares.
 */
export function energyShares(tracks: readonly Track[]): (number | null)[] {
  const known = tracks.flatMap(({ energy }) => energy ?? []).sort((a, b) => a - b);
  return tracks.map(({ energy }) => {
    if (energy === null) return null;
    if (known.length === 1) return 0.5;
    return (known.indexOf(energy) + known.lastIndexOf(energy)) / 2 / (known.length - 1);
  });
}

export function costsOf(tracks: readonly Track[], curve: readonly CurvePoint[]): Costs {
  const count = tracks.length;
  const [steps, places] = [new Float32Array(count * count), new Float32Array(count * count)];
  const shares = energyShares(tracks);
  const wanted = Array.from({ length: count }, (_, place) => energyAt(curve, count === 1 ? 0 : place / (count - 1)));
  for (const [i, a] of tracks.entries()) {
    for (let j = 0; j < i; j++) {
      const b = tracks[j] ?? a;
      const cost = WEIGHTS.key * keyCost(a.key, b.key) + WEIGHTS.tempo * tempoCost(a.bpm, b.bpm);
      steps[i * count + j] = cost;
      steps[j * count + i] = cost;
    }
    const share = shares[i] ?? null;
    for (const [place, energy] of wanted.entries())
      places[i * count + place] = WEIGHTS.energy * (share === null ? NEUTRAL_ERROR : Math.abs(share - energy));
  }
  return { count, steps, places };
}

/** The measure: the costs of all steps, and how far each track is from the curve. */
export function totalCost({ count, steps, places }: Costs, order: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < order.length; place++) {
    const track = order[place] ?? 0;
    sum += places[track * count + place] ?? 0;
    if (place > 0) sum += steps[(order[place - 1] ?? 0) * count + track] ?? 0;
  }
  return sum;
}
