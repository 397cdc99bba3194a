import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ActorId } from "@/lib/identity/actor";
import type { Distributions, SmallMap } from "./schema";
import { TEMPO_STEP, tempoSteps } from "./tempo-steps";

/** Enough to see where there are many, and few enough to be part of a page. */
const MAP_POINTS = 900;
const CAMELOT_NUMBERS = 12;

/** The effective tempi and keys of the owner's samples that are not deleted. */
export async function tempoAndKeyCounts(owner: ActorId): Promise<Distributions> {
  // Each kind by name: the index of tempi has one after the other.
  const [tempos, keys] = await Promise.all([
    db().execute<{ step: number; count: number }>(sql`
      select floor(bpm / ${TEMPO_STEP})::int as step, count(*)::int as count from search_documents
      where owner_id = ${owner} and not is_deleted and kind in ('one-shot', 'loop', 'track', '') and bpm is not null
      group by 1`),
    db().execute<{ term: string; count: number }>(sql`
      select term, count from search_terms where owner_id = ${owner} and kind = 'key' and count > 0`),
  ]);
  const counts = new Map(keys.rows.map(({ term, count }) => [term, count]));
  return {
    tempos: tempoSteps(tempos.rows),
    keys: Array.from({ length: CAMELOT_NUMBERS }, (_, at) => ({
      number: at + 1,
      minor: counts.get(`${at + 1}A`) ?? 0,
      major: counts.get(`${at + 1}B`) ?? 0,
    })),
  };
}

/** Some of the points of the owner's galaxy, from everywhere. Null while it has none. */
export async function smallMap(owner: ActorId): Promise<SmallMap | null> {
  const { rows } = await db().execute<{
    total: number;
    x: number;
    y: number;
    kind: SmallMap["points"][number]["kind"];
  }>(
    sql`select count(*) over ()::int as total, p.x, p.y, d.kind
      from galaxy_points p join search_documents d on d.sample_id = p.sample_id and not d.is_deleted
      where p.owner_id = ${owner} order by md5(p.sample_id::text) limit ${MAP_POINTS}`,
  );
  const [first] = rows;
  if (!first) return null;
  return { total: first.total, points: rows.map(({ x, y, kind }) => ({ x, y, kind })) };
}
