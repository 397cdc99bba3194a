import { type SQL, sql } from "drizzle-orm";
import type { Filter, NumberName, NumberRange } from "@/lib/search-query/filter";
import { stepsOf } from "./steps";
import { type FacetFilter, wantedFacets } from "./wanted-facets";

/** The columns of `search_documents`, which the query must call `d`. */
const COLUMNS: Record<NumberName, SQL> = {
  bpm: sql`d.bpm`,
  seconds: sql`d.seconds`,
  lufs: sql`d.lufs`,
  addedAt: sql`d.added_at`,
};

type Hidden = ReadonlySet<string>;

/**
 * All of the conditions, for a query that calls `search_documents` by the name of `d`. True if there are none.
 * `hidden` are the labels that are switched off for the owner (`hiddenLabels`).
 */
export function filtersSql(filters: readonly Filter[], hidden: Hidden): SQL {
  if (filters.length === 0) return sql`true`;
  return sql.join(
    filters.map((filter) => filterSql(filter, hidden)),
    sql` and `,
  );
}

/**
 * What the index of words can find of a filter: its facets, or the steps of its range. More than the filter lets through.
 */
export function indexedSql(filter: Filter, hidden: Hidden): SQL {
  const steps = stepsOf(filter);
  return steps ? sql`d.steps && ${sql.param(steps)}::integer[]` : filterSql(filter, hidden);
}

/** One condition. A sample without the value does not pass, unless the condition is negated. */
export function filterSql(filter: Filter, hidden: Hidden): SQL {
  const holds = filter.kind === "facet" ? facetSql(filter, hidden) : rangesSql(filter.number, filter.anyOf);
  return filter.isNegated ? sql`(${holds}) is not true` : sql`(${holds})`;
}

function facetSql(filter: FacetFilter, hidden: Hidden): SQL {
  const wanted = wantedFacets(filter, hidden);
  return wanted.length === 0 ? sql`false` : sql`d.facets && ${sql.param(wanted)}::text[]`;
}

function rangesSql(number: NumberName, ranges: readonly NumberRange[]): SQL {
  const usable = ranges.filter(({ min, max }) => min <= max);
  if (usable.length === 0) return sql`false`;
  return sql.join(
    usable.map((range) => rangeSql(number, range)),
    sql` or `,
  );
}

function rangeSql(number: NumberName, { min, max }: NumberRange): SQL {
  const column = COLUMNS[number];
  const bounds = [
    ...(Number.isFinite(min) ? [sql`${column} >= ${boundSql(number, min)}`] : []),
    ...(Number.isFinite(max) ? [sql`${column} <= ${boundSql(number, max)}`] : []),
  ];
  return bounds.length === 0 ? sql`${column} is not null` : sql`(${sql.join(bounds, sql` and `)})`;
}

/** Times further away than any sample are cut, as Postgres has no year a million. */
const LAST_MS = Date.UTC(9999, 0);

function boundSql(number: NumberName, value: number): SQL {
  if (number !== "addedAt") return sql`${value}::float8`;
  return sql`to_timestamp(${Math.min(LAST_MS, Math.max(0, value)) / 1000}::float8)`;
}
