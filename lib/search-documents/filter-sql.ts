import { and, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Filter, NumberName } from "@/lib/search-query/filter";

/** The columns of `search_documents`, under whatever name the query has it. */
type DocumentColumns = Record<NumberName | "facets", SQLWrapper>;

/**
 * The conditions in SQL; undefined if there are none. As everywhere, a document without the value fails a condition and
 * passes its negation.
 */
export function filterSql(filters: readonly Filter[], columns: DocumentColumns): SQL | undefined {
  return and(
    ...filters.map((filter) => {
      const condition = filter.kind === "facet" ? hasFacet(filter, columns) : isInRange(filter, columns);
      return filter.isNegated ? sql`(${condition}) is not true` : condition;
    }),
  );
}

function hasFacet({ facet, anyOf }: Filter & { kind: "facet" }, { facets }: DocumentColumns): SQL {
  return sql`${facets} && ${sql.param(anyOf.map((value) => `${facet}:${value}`))}::text[]`;
}

function isInRange({ number, anyOf }: Filter & { kind: "range" }, columns: DocumentColumns): SQL {
  const column = columns[number];
  const bound = (value: number) =>
    number === "addedAt" ? sql`to_timestamp(${value / 1000}::float8)` : sql`${value}::float8`;
  const ranges = anyOf.map(({ min, max }) => sql`${column} between ${bound(min)} and ${bound(max)}`);
  return or(...ranges) ?? sql`false`;
}
