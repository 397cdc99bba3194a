import "server-only";
import { asSystem } from "@/lib/audit/sources";
import { placeAmong } from "@/lib/galaxy/layout/place-among";
import { findOwner, findPlaces, type PlaceRow, type Unplaced } from "@/lib/galaxy/lookups";
import { holdLayout, type Placed, writePlaces } from "@/lib/galaxy/writes";
import { type ActorId, actorOnBehalfOf } from "@/lib/identity/actor";
import { nearestSamplesOfMany, vectorsOf } from "@/lib/similarity/data";
import { HITS_MAX } from "@/lib/similarity/question-check";
import { ASPECTS, EVEN_WEIGHTS, type SoundHit } from "@/lib/similarity/schema";
import { inTransaction } from "@/lib/work/unit-of-work";

const NEIGHBOURS = 15;
/** Some neighbours may be new themselves. */
const ASKED = 2 * NEIGHBOURS;
/** The same list for all questions: then the database, where it answers, reads the rows once for all of them. */
const NO_FILTERS: never[] = [];

interface Target {
  layout: number;
  scale: number;
  /** How many have no place yet. */
  unplaced: number;
}

/**
 * Places samples among those that sound most like them, without moving any other, and returns how many. If there is a
 * new layout in the meantime, nothing is written.
 */
export async function placeSamples(ownerId: string, target: Target, samples: readonly Unplaced[]): Promise<number> {
  const owner = await findOwner(ownerId);
  if (!owner) return 0;
  const actorId = actorOnBehalfOf(owner).id;
  const ids = samples.map(({ sampleId }) => sampleId);
  const vectors = await vectorsOf(actorId, ids);
  const asked = samples.filter(({ sampleId }) => vectors.has(sampleId));
  const found = new Map<string, PlaceRow>();
  const placed: Placed[] = [];
  let left = asked;
  // What has only new neighbours is asked again, for so many that some of them must have places.
  for (const limit of [ASKED, Math.min(HITS_MAX, target.unplaced + NEIGHBOURS)]) {
    const hits = await nearest(actorId, left, vectors, limit);
    const others = new Set(hits.flat().map(({ sampleId }) => sampleId));
    for (const row of await findPlaces(ownerId, [...others]))
      if (!ids.includes(row.sampleId)) found.set(row.sampleId, row);
    left = left.filter((sample, i) => {
      const place = placeOf(hits[i] ?? [], found, target.scale, sample.sound);
      if (!place) return true;
      found.set(sample.sampleId, { sampleId: sample.sampleId, ...place });
      placed.push({ ...sample, ...place });
      return false;
    });
    if (left.length === 0) break;
  }
  return inTransaction(asSystem(), async (work) => {
    if (!(await holdLayout(work, ownerId, target.layout))) return 0;
    await writePlaces(work, ownerId, placed, true);
    if (placed.length > 0) work.publish("galaxy.changed", { ownerId, layout: target.layout });
    return placed.length;
  });
}

async function nearest(
  actorId: ActorId,
  samples: readonly Unplaced[],
  vectors: ReadonlyMap<string, Float32Array>,
  limit: number,
): Promise<SoundHit[][]> {
  const answers = await nearestSamplesOfMany(
    actorId,
    samples.map(({ sampleId }) => ({
      vector: vectors.get(sampleId) ?? new Float32Array(),
      weights: EVEN_WEIGHTS,
      filters: NO_FILTERS,
      limit,
      minSimilarity: 0,
      except: [sampleId],
    })),
  );
  return answers.map(({ hits }) => hits);
}

function placeOf(hits: readonly SoundHit[], found: ReadonlyMap<string, PlaceRow>, scale: number, seed: number) {
  const neighbours = hits.filter(({ sampleId }) => found.has(sampleId)).slice(0, NEIGHBOURS);
  if (neighbours.length === 0) return null;
  const places = neighbours.flatMap(({ sampleId }) => {
    const { x = 0, y = 0, z = 0 } = found.get(sampleId) ?? {};
    return [x, y, z];
  });
  const [x, y, z] = placeAmong({
    places: Float32Array.from(places),
    distances: neighbours.map(distanceOf),
    scale,
    seed,
  });
  return { x, y, z };
}

/** How far apart two vectors are whose parts have these cosines. */
function distanceOf({ aspects }: SoundHit): number {
  return Math.sqrt(
    Math.max(
      0,
      ASPECTS.reduce((sum, aspect) => sum + 2 - 2 * aspects[aspect], 0),
    ),
  );
}
