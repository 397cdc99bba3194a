import { Chance } from "./chance";
import { contain } from "./cube";

export interface Surroundings {
  /** x, y, z of each neighbour, in the cube. */
  places: Float32Array;
  /** How far each is by its sound. */
  distances: readonly number[];
  /** What one unit of the layout is in the cube. */
  scale: number;
  seed: number;
}

const STEPS = 12;
/** How fast a neighbour's weight falls with its distance from the others, as in `settle`. */
const STEEPNESS = 1.5;
/** How far from that place it lies, in units of the layout: two copies of a sound do not cover each other. */
const APART = 0.25;

/**
 * Where a new point belongs: in the mean of its neighbours, the nearer the heavier, then in a few steps closer to where
 * most of them are, so that it is not put into the void between two groups. Nothing else moves.
 */
export function placeAmong({ places, distances, scale, seed }: Surroundings): [x: number, y: number, z: number] {
  const weights = weightsOf(distances);
  const place = new Float32Array(3);
  for (let step = 0; step <= STEPS; step++) {
    let total = 0;
    const next = new Float64Array(3);
    for (const [i, weight] of weights.entries()) {
      const [x, y, z] = [places[i * 3] as number, places[i * 3 + 1] as number, places[i * 3 + 2] as number];
      const away = Math.hypot(x - (place[0] as number), y - (place[1] as number), z - (place[2] as number)) / scale;
      const share = step === 0 ? weight : weight / (1 + STEEPNESS * away * away);
      total += share;
      next[0] = (next[0] as number) + share * x;
      next[1] = (next[1] as number) + share * y;
      next[2] = (next[2] as number) + share * z;
    }
    for (let i = 0; i < 3 && total > 0; i++) place[i] = (next[i] as number) / total;
  }
  const chance = new Chance(seed);
  for (let i = 0; i < 3; i++) place[i] = (place[i] as number) + chance.around() * APART * scale;
  contain(place);
  return [place[0] as number, place[1] as number, place[2] as number];
}

/** 1 for the nearest; the others fall by how far they are beyond it, on average. */
function weightsOf(distances: readonly number[]): number[] {
  const nearest = Math.min(...distances);
  const beyond = distances.reduce((sum, distance) => sum + distance - nearest, 0) / Math.max(1, distances.length);
  return distances.map((distance) => (beyond > 0 ? Math.exp(-(distance - nearest) / beyond) : 1));
}
