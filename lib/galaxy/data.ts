import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { ok, type Result, refused } from "@/lib/errors";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import type { ActorId } from "@/lib/identity/actor";
import { hiddenLabels, SAMPLE_FLAGS } from "@/lib/samples/switched-off";
import { findMissing } from "@/lib/search/lookups";
import { nearestSamplesOfMany, vectorsOf } from "@/lib/similarity/data";
import { EVEN_WEIGHTS } from "@/lib/similarity/schema";
import { GALAXY_TAGS } from "./constants";
import { KeptPoints } from "./kept-points";
import { stationsBetween, walk } from "./path/stations";
import { pointsOf } from "./points";
import { findRegions, type Region } from "./regions/data";
import { encodeGalaxy, GALAXY_KINDS, NO_BPM, NO_KEY } from "./schema";

const NO_TAG = 255;
const BPM_TENTHS_MAX = 32_767;

const keptPoints = new KeptPoints();

export interface GalaxyLabels {
  /** The most frequent first. A point's tag is an index into this list. */
  tags: string[];
  regions: Region[];
  /** Samples without a place: what is silent, not analysed yet, or waits for one. */
  missing: number;
  layout: number;
  /** Whether a new layout is about to come. */
  isLayingOut: boolean;
}

export interface GalaxyAsItIs {
  /** Another one whenever the bytes are others. Costs a tenth of what it takes to read them. */
  version: string;
  /** The owner's points, as bytes (`decodeGalaxy`). All of one layout. */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

export async function galaxyAsItIs(owner: FlagHolder): Promise<GalaxyAsItIs> {
  const tags = await findTags(owner.id, hiddenLabels(await flagsOf(owner, SAMPLE_FLAGS)));
  const facets = tags.map(({ facet }) => facet);
  const version = await findVersion(owner.id, facets);
  return { version, read: () => keptPoints.get(owner.id, version, () => readPoints(owner.id, facets)) };
}

/** Every change of a document raises its revision, and one that is deleted is not counted any more. */
async function findVersion(owner: ActorId, facets: readonly string[]): Promise<string> {
  const { rows } = await db().execute<{ places: string; documents: string; layout: number }>(sql`
    select coalesce((select layout from galaxies where owner_id = ${owner}), 0) as layout,
      (select count(*) || ' ' || coalesce(bit_xor(hash_record_extended(row(p.sample_id, p.x, p.y, p.z), 0)), 0)
        from galaxy_points p where p.owner_id = ${owner}) as places,
      (select count(*) || ' ' || coalesce(max(d.revision), 0) || ' ' || coalesce(sum(d.revision), 0)
        from search_documents d where d.owner_id = ${owner} and not d.is_deleted) as documents`);
  return createHash("sha256")
    .update(JSON.stringify([rows[0], facets]))
    .digest("base64url")
    .slice(0, 22);
}

async function readPoints(owner: ActorId, facets: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  // The rarest of a sample's tags. To look for each in turn costs a third of what it costs to take all facets apart.
  const cases = facets.map((facet, at) => sql`when ${facet} = any(d.facets) then ${at}::int`).reverse();
  const tag = cases.length > 0 ? sql`case ${sql.join(cases, sql` `)} else ${NO_TAG}::int end` : sql`${NO_TAG}::int`;
  // Records begin with the id. They are sorted when they are made: what they are made of is five times as large.
  const { rows } = await db().execute<{ records: Buffer; layout: number }>(sql`
    with made as materialized (
      select uuid_send(p.sample_id) || float4send(p.x) || float4send(p.y) || float4send(p.z)
        || int2send(coalesce(least(${BPM_TENTHS_MAX}::int, round(d.bpm * 10)), ${NO_BPM}::int)::int2)
        || int4send(
          coalesce(d.key_tonic + case when d.key_mode = 'minor' then 12 else 0 end, ${NO_KEY}::int) * 65536
          + (array_position(${sql.param([...GALAXY_KINDS])}::text[], d.kind) - 1) * 256
          + ${tag}) as record
      from galaxy_points p
      join search_documents d on d.sample_id = p.sample_id and d.owner_id = p.owner_id and not d.is_deleted
      where p.owner_id = ${owner})
    select coalesce((select layout from galaxies where owner_id = ${owner}), 0) as layout,
      coalesce((select string_agg(record, ''::bytea order by record) from made), ''::bytea) as records`);
  const [{ records, layout } = { records: Buffer.alloc(0), layout: 0 }] = rows;
  return encodeGalaxy(pointsOf(records, layout));
}

/** What is to be said about the owner's points: tags by which they can be coloured, names of places, what is missing. */
export async function findGalaxyLabels(owner: FlagHolder): Promise<GalaxyLabels> {
  const hidden = hiddenLabels(await flagsOf(owner, SAMPLE_FLAGS));
  const [tags, regions, state] = await Promise.all([
    findTags(owner.id, hidden),
    findRegions(owner.id, hidden),
    findState(owner.id),
  ]);
  return { tags: tags.map(({ tag }) => tag), regions, ...state };
}

/**
 * At most `most` of the owner's samples that lead from one sound to another in even steps, both included.
 * `not_analysed`: one of the two has no sound to compare.
 */
export async function findGalaxyPath(
  owner: ActorId,
  { from, to, most }: { from: string; to: string; most: number },
): Promise<Result<string[], "not_found" | "not_analysed">> {
  if ((await findMissing(owner, [from, to])).length > 0) return refused("not_found");
  const vectors = await vectorsOf(owner, [from, to]);
  const [begin, end] = [vectors.get(from), vectors.get(to)];
  if (!begin || !end) return refused("not_analysed");
  if (from === to) return ok([from]);
  // As many hits as there are stations: somewhere among them is one that is not taken.
  const questions = stationsBetween(begin, end, most - 2).map((vector) => ({
    vector,
    weights: EVEN_WEIGHTS,
    filters: NO_FILTERS,
    limit: most,
    minSimilarity: 0,
    except: [from, to],
  }));
  const answers = await nearestSamplesOfMany(owner, questions);
  const hits = answers.map((answer) => answer.hits.map(({ sampleId }) => sampleId));
  return ok(walk([from, to], hits));
}

/** The same list for all questions: then the database reads the rows once for all of them. */
const NO_FILTERS: never[] = [];

/** The owner's most frequent tags but kinds, which points have anyway. A hidden label counts only where the owner gave it. */
async function findTags(owner: ActorId, hidden: ReadonlySet<string>): Promise<{ tag: string; facet: string }[]> {
  const { rows } = await db().execute<{ tag: string; facet: string }>(sql`
    select term as tag, kind || ':' || term as facet from search_terms
    where owner_id = ${owner} and count > 0 and term <> all(${sql.param([...GALAXY_KINDS])}::text[])
      and kind = case when term = any(${sql.param([...hidden])}::text[]) then 'own' else 'tag' end
    order by count desc, term limit ${GALAXY_TAGS}`);
  return rows;
}

async function findState(owner: ActorId): Promise<Pick<GalaxyLabels, "missing" | "layout" | "isLayingOut">> {
  const { rows } = await db().execute<{ samples: number; points: number; layout: number; isLayingOut: boolean }>(sql`
    select count(*)::int as samples, count(p.sample_id)::int as points, coalesce(max(g.layout), 0) as layout,
      coalesce(bool_or(g.layout_wanted_at is not null), false)
        or (coalesce(max(g.layout), 0) = 0 and exists (select from search_vectors v where v.owner_id = ${owner}))
        as "isLayingOut"
    from search_documents d
    left join galaxy_points p on p.sample_id = d.sample_id and p.owner_id = d.owner_id
    left join galaxies g on g.owner_id = d.owner_id
    where d.owner_id = ${owner} and not d.is_deleted`);
  const [{ samples, points, ...state } = { samples: 0, points: 0, layout: 0, isLayingOut: false }] = rows;
  return { missing: samples - points, ...state };
}
