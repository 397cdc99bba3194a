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
/** How fast a neighbour's pull falls with its distance, as in `settle`. */
const STEEPNESS = 1.5;
/** How far from that place it lies, in units of the layout: two copies of a sound do not cover each other. */
const APART = 0.05;

/**
 * Where a new point belongs: where most of its neighbours are, the nearer by sound the heavier. Not in their mean, which
 * may be the void between two groups. Nothing else moves.
 *
 * Their density at a place is the sum of weight / (1 + 1.5 d²). From the neighbour where it is highest, steps of mean
 * shift go up to its peak; they weigh each by the slope of its part, weight / (1 + 1.5 d²)² (Comaniciu & Meer 2002).
 */
export function placeAmong({ places, distances, scale, seed }: Surroundings): [x: number, y: number, z: number] {
  const weights = weightsOf(distances);
  const pull = (i: number, place: Float32Array) => {
    const [x = 0, y = 0, z = 0] = [0, 1, 2].map((axis) => (places[i * 3 + axis] ?? 0) - (place[axis] ?? 0));
    return 1 / (1 + (STEEPNESS * (x * x + y * y + z * z)) / (scale * scale));
  };
  const density = (place: Float32Array) => weights.reduce((sum, weight, i) => sum + weight * pull(i, place), 0);
  const place = densest(places, density);
  for (let step = 0; step < STEPS; step++) {
    let total = 0;
    const next = new Float64Array(3);
    for (const [i, weight] of weights.entries()) {
      const share = weight * pull(i, place) ** 2;
      total += share;
      for (let axis = 0; axis < 3; axis++)
        next[axis] = (next[axis] as number) + share * (places[i * 3 + axis] as number);
    }
    for (let axis = 0; axis < 3 && total > 0; axis++) place[axis] = (next[axis] as number) / total;
  }
  const chance = new Chance(seed);
  for (let axis = 0; axis < 3; axis++) place[axis] = (place[axis] as number) + chance.around() * APART * scale;
  contain(place);
  return [place[0] as number, place[1] as number, place[2] as number];
}

function densest(places: Float32Array, density: (place: Float32Array) => number): Float32Array {
  let best = places.slice(0, 3);
  let most = density(best);
  for (let at = 3; at < places.length; at += 3) {
    const place = places.slice(at, at + 3);
    const here = density(place);
    if (here <= most) continue;
    most = here;
    best = place;
  }
  return best;
}

/** 1 for the nearest; the others fall by how far they are beyond it, on average. */
function weightsOf(distances: readonly number[]): number[] {
  const nearest = Math.min(...distances);
  const beyond = distances.reduce((sum, distance) => sum + distance - nearest, 0) / Math.max(1, distances.length);
  return distances.map((distance) => (beyond > 0 ? Math.exp(-(distance - nearest) / beyond) : 1));
}
