import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ActorId } from "@/lib/identity/actor";
import { CELL_SIDE, type Cell, densePlaces } from "./cells";
import { eachOnce, type FacetCount, namesOf } from "./names";

/** A dense place, in the middle of its points, and what is common there. */
export interface Region {
  x: number;
  y: number;
  z: number;
  text: string;
  /** Points in it. */
  count: number;
}

interface CellSums extends Cell {
  x: number;
  y: number;
  z: number;
}

/** What can name a region; of each, so many of the most frequent. */
const KINDS = ["tag", "own", "instrument", "type", "key"];
const TERMS_MAX = 200;

const cellAlong = (axis: "x" | "y" | "z") =>
  sql.raw(`least(${CELL_SIDE - 1}, greatest(0, floor((p.${axis} + 1) * ${CELL_SIDE / 2})))::int`);
const CELL = sql`${cellAlong("x")} + ${CELL_SIDE}::int * (${cellAlong("y")} + ${CELL_SIDE}::int * ${cellAlong("z")})`;

/** Dense places of the owner's galaxy that have something in common, the largest first. */
export async function findRegions(owner: ActorId, hidden: ReadonlySet<string>): Promise<Region[]> {
  const { rows } = await db().execute<CellSums & Record<string, unknown>>(sql`
    select ${CELL} as cell, count(*)::int as count, sum(p.x)::float8 as x, sum(p.y)::float8 as y, sum(p.z)::float8 as z
    from galaxy_points p
    join search_documents d on d.sample_id = p.sample_id and d.owner_id = p.owner_id and not d.is_deleted
    where p.owner_id = ${owner}
    group by 1 order by 1`);
  const places = densePlaces(rows);
  if (places.length === 0) return [];
  const counted = await countFacets(owner, hidden, places);
  const sums = new Map(rows.map((row) => [row.cell, row]));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const names = eachOnce(places.map(({ count }, index) => namesOf(counted.get(index) ?? [], count, total)));
  return places.flatMap(({ cells, count }, index) => {
    const text = names[index] ?? null;
    if (text === null) return [];
    const middle = (axis: "x" | "y" | "z") =>
      cells.reduce((sum, cell) => sum + (sums.get(cell)?.[axis] ?? 0), 0) / count;
    return [{ x: middle("x"), y: middle("y"), z: middle("z"), text, count }];
  });
}

type Counted = FacetCount & { region: number } & Record<string, unknown>;

/** How often what can name a region occurs in each. Labels that are switched off count only where the owner gave them. */
async function countFacets(
  owner: ActorId,
  hidden: ReadonlySet<string>,
  places: readonly { cells: number[] }[],
): Promise<Map<number, FacetCount[]>> {
  const cells = places.flatMap((place) => place.cells);
  const regions = places.flatMap((place, index) => place.cells.map(() => index));
  const { rows } = await db().execute<Counted>(sql`
    with ranked as (
      select kind, term, count, row_number() over (partition by kind order by count desc, term) as rank
      from search_terms
      where owner_id = ${owner} and kind = any(${sql.param(KINDS)}::text[])
        and case when term = any(${sql.param([...hidden])}::text[]) then kind = 'own' else kind <> 'own' end
    ), named as (
      select kind, term, count, kind || ':' || term as facet from ranked where rank <= ${TERMS_MAX}
    )
    select place.region, named.kind as name, named.term as value, named.count as overall, count(*)::int as inside
    from galaxy_points p
    join unnest(${sql.param(cells)}::int[], ${sql.param(regions)}::int[]) as place (cell, region) on place.cell = ${CELL}
    join search_documents d on d.sample_id = p.sample_id and d.owner_id = p.owner_id and not d.is_deleted
    cross join unnest(d.facets) as has (facet)
    join named on named.facet = has.facet
    where p.owner_id = ${owner}
    group by 1, 2, 3, 4
    order by 1, 2, 3`);
  const counted = new Map<number, FacetCount[]>();
  for (const { region, ...count } of rows) counted.set(region, [...(counted.get(region) ?? []), count]);
  return counted;
}
