import { align, alignmentOf } from "./align";
import { Chance } from "./chance";
import { centre, contain, fittingScale, multiply } from "./cube";
import { nearestNeighbours } from "./nearest";
import { neighbourGraph } from "./neighbour-graph";
import type { NeighbourTable } from "./neighbour-table";
import { placesOnPrincipalAxes } from "./principal-axes";
import { settle } from "./settle";
import type { Vectors } from "./vectors";

/** A layout that was there before. */
export interface OldLayout {
  /** x, y, z of each point in the cube; not a number for points that had no place. */
  places: Float32Array;
  scale: number;
}

export interface Layout {
  /** x, y, z of each point, each within −1 … 1. */
  places: Float32Array;
  /** What one unit, in which points pull and push each other, is in the cube. */
  scale: number;
}

const NEIGHBOURS = 15;
/** So few points keep all their distances in 3D, and have nothing to settle. */
const EXACT_MAX = 4;
/** The largest coordinate at the start, in units. */
const EXTENT = 10;
/** Sounds that are the same are pushed apart only if their places differ. */
const SHAKE = 0.01;
const FRESH = { rounds: 300, firstStep: 1 };
/** From places that were good already: far enough to let new points in, not so far that old ones wander. */
const AGAIN = { rounds: 100, firstStep: 0.15 };
/** With fewer old points than this share there is little to keep. */
const OLD_SHARE = 0.5;
/** The layout may grow so far, or shrink, before the whole of it is fitted into the cube again. */
const GROWTH = 1.25;
const SEED = 15;

/**
 * Places of points in 3D, so that those that are alike are near each other. The same input gives the same places. With
 * an old layout, points that had a place keep it as far as that is possible.
 */
export function layOut(vectors: Vectors, old: OldLayout | null = null): Layout {
  if (vectors.count <= EXACT_MAX) return fitted(shaken(placesOnPrincipalAxes(vectors, EXTENT / 10)), old);
  const table = nearestNeighbours(vectors, NEIGHBOURS, SEED);
  const kept = old && startFromOld(old, table);
  const places = kept ?? shaken(placesOnPrincipalAxes(vectors, EXTENT));
  settle({ places, graph: neighbourGraph(table), seed: SEED, ...(kept ? AGAIN : FRESH) });
  return fitted(places, old);
}

function shaken(places: Float32Array): Float32Array {
  const chance = new Chance(SEED);
  return places.map((value) => value + SHAKE * chance.around());
}

/** Old points where they were, new ones among their neighbours. Null if too few are old. */
function startFromOld({ places: kept, scale }: OldLayout, table: NeighbourTable): Float32Array | null {
  const places = kept.map((value) => value / scale);
  const chance = new Chance(SEED);
  let left = 0;
  for (let i = 0; i < places.length; i += 3) if (Number.isNaN(places[i])) left += 1;
  if (left > (1 - OLD_SHARE) * table.count) return null;
  // What is new has new neighbours: each round places those that know somebody with a place.
  for (let before = -1; left > 0 && left !== before; ) {
    before = left;
    for (let point = 0; point < table.count; point++)
      if (Number.isNaN(places[point * 3]) && placeNearNeighbours(places, table, point, chance)) left -= 1;
  }
  for (let i = 0; i < places.length; i++) if (Number.isNaN(places[i])) places[i] = EXTENT * chance.around();
  return places;
}

function placeNearNeighbours(places: Float32Array, table: NeighbourTable, point: number, chance: Chance): boolean {
  let x = 0;
  let y = 0;
  let z = 0;
  let total = 0;
  for (let i = point * table.size; i < (point + 1) * table.size; i++) {
    const other = (table.ids[i] as number) * 3;
    if (other < 0 || Number.isNaN(places[other])) continue;
    const weight = 1 / (1e-6 + (table.squared[i] as number));
    x += weight * (places[other] as number);
    y += weight * (places[other + 1] as number);
    z += weight * (places[other + 2] as number);
    total += weight;
  }
  if (total === 0) return false;
  places[point * 3] = x / total + SHAKE * chance.around();
  places[point * 3 + 1] = y / total + SHAKE * chance.around();
  places[point * 3 + 2] = z / total + SHAKE * chance.around();
  return true;
}

/** Turned towards the old layout, if there is one, and brought into the cube. */
function fitted(places: Float32Array, old: OldLayout | null): Layout {
  const alignment = old && alignmentOf(places, old.places);
  let scale: number;
  if (alignment) {
    align(places, alignment);
    scale = alignment.scale;
    const factor = fittingScale(places);
    if (factor < 1 / GROWTH || factor > GROWTH) {
      multiply(places, factor);
      scale *= factor;
    }
  } else {
    centre(places);
    scale = fittingScale(places);
    multiply(places, scale);
  }
  contain(places);
  return { places, scale };
}
