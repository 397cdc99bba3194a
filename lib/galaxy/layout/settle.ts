import { Chance } from "./chance";
import type { NeighbourGraph } from "./neighbour-graph";

export interface Settling {
  /** x, y, z of each point; changed in place. */
  places: Float32Array;
  graph: NeighbourGraph;
  rounds: number;
  /** How far a point moves in the first round, 1 for a layout from nothing. It falls to 0 with the last. */
  firstStep: number;
  seed: number;
}

/** How fast nearness falls with distance d: 1 / (1 + STEEPNESS · d²). */
const STEEPNESS = 1.5;
/** Others, drawn at random, that push a point away each time it is pulled. */
const PUSHES = 5;
/** No single push or pull is stronger, on each axis. */
const STEP_MAX = 4;
const SOFT = 0.001;

const capped = (step: number) => Math.max(-STEP_MAX, Math.min(STEP_MAX, step));

/**
 * Neighbours pull each other, as often as they belong together, and points drawn at random push each other away
 * (stochastic gradient descent on the cross entropy of nearness, with negative samples, as in UMAP). The same input
 * gives the same places.
 */
export function settle({ places, graph, rounds, firstStep, seed }: Settling): void {
  const { edges, from, to, weights } = graph;
  const points = places.length / 3;
  const chance = new Chance(seed);
  let heaviest = 0;
  for (let edge = 0; edge < edges; edge++) heaviest = Math.max(heaviest, weights[edge] as number);
  /** Rounds from one pull of an edge to the next, and the round of the next. */
  const pauses = weights.slice(0, edges).map((weight) => heaviest / weight);
  const due = pauses.slice();
  for (let round = 1; round <= rounds; round++) {
    const step = firstStep * (1 - (round - 1) / rounds);
    for (let edge = 0; edge < edges; edge++) {
      if ((due[edge] as number) > round) continue;
      due[edge] = (due[edge] as number) + (pauses[edge] as number);
      const a = from[edge] as number;
      const b = to[edge] as number;
      pull(places, a * 3, b * 3, step);
      // Of the two, each in turn.
      const pushed = (round + edge) % 2 === 0 ? a : b;
      for (let i = 0; i < PUSHES; i++) {
        const other = chance.below(points);
        if (other !== a && other !== b) push(places, pushed * 3, other * 3, step);
      }
    }
  }
}

function pull(places: Float32Array, a: number, b: number, step: number): void {
  const dx = (places[a] as number) - (places[b] as number);
  const dy = (places[a + 1] as number) - (places[b + 1] as number);
  const dz = (places[a + 2] as number) - (places[b + 2] as number);
  const strength = (-2 * STEEPNESS) / (1 + STEEPNESS * (dx * dx + dy * dy + dz * dz));
  const x = step * capped(strength * dx);
  const y = step * capped(strength * dy);
  const z = step * capped(strength * dz);
  places[a] = (places[a] as number) + x;
  places[a + 1] = (places[a + 1] as number) + y;
  places[a + 2] = (places[a + 2] as number) + z;
  places[b] = (places[b] as number) - x;
  places[b + 1] = (places[b + 1] as number) - y;
  places[b + 2] = (places[b + 2] as number) - z;
}

function push(places: Float32Array, a: number, b: number, step: number): void {
  const dx = (places[a] as number) - (places[b] as number);
  const dy = (places[a + 1] as number) - (places[b + 1] as number);
  const dz = (places[a + 2] as number) - (places[b + 2] as number);
  const squared = dx * dx + dy * dy + dz * dz;
  const strength = 2 / ((SOFT + squared) * (1 + STEEPNESS * squared));
  places[a] = (places[a] as number) + step * capped(strength * dx);
  places[a + 1] = (places[a + 1] as number) + step * capped(strength * dy);
  places[a + 2] = (places[a + 2] as number) + step * capped(strength * dz);
}
