import { quoteValue, removeSpans } from "@/lib/search-query/edit";
import type { FacetName, Filter, ParsedQuery } from "@/lib/search-query/filter";
import { parseQuery } from "@/lib/search-query/parse";

type FacetFilter = Extract<Filter, { kind: "facet" }>;
export type Wish = "with" | "without" | null;

const facetsOf = ({ filters }: ParsedQuery, facet: FacetName) =>
  filters.filter((filter): filter is FacetFilter => filter.kind === "facet" && filter.facet === facet);

const plain = (value: string) => value.trim().toLowerCase();

/** Whether the query asks for samples with this value, without it, or does not care. */
export function wishOf(parsed: ParsedQuery, facet: FacetName, value: string): Wish {
  const filter = facetsOf(parsed, facet).find(({ anyOf }) => anyOf.includes(plain(value)));
  if (!filter) return null;
  return filter.isNegated ? "without" : "with";
}

/** The value of this filter, if there is one. */
export const wantedValue = (parsed: ParsedQuery, facet: FacetName): string | null =>
  facetsOf(parsed, facet).find(({ isNegated }) => !isNegated)?.anyOf[0] ?? null;

const added = (query: string, filter: string) => [query.trim(), filter].filter((part) => part !== "").join(" ");

/** The query with this wish and no other one for the same value. */
export function withWish(query: string, facet: FacetName, value: string, wish: Wish): string {
  const others = facetsOf(parseQuery(query), facet).filter(({ anyOf }) => anyOf.includes(plain(value)));
  const rest = removeSpans(
    query,
    others.map(({ span }) => span),
  );
  if (wish === null) return rest;
  return added(rest, `${wish === "without" ? "-" : ""}${facet}:${quoteValue(value)}`);
}

/** The query with this as the only value of its filter; with null without the filter. */
export function withOnly(query: string, facet: FacetName, value: string | null): string {
  const others = facetsOf(parseQuery(query), facet).filter(({ isNegated }) => !isNegated);
  const rest = removeSpans(
    query,
    others.map(({ span }) => span),
  );
  return value === null ? rest : added(rest, `${facet}:${quoteValue(value)}`);
}

/** The query with a filter turned round: `tag:kick` and `-tag:kick`. */
export function turnedRound(query: string, { span, text, isNegated }: Filter): string {
  return query.slice(0, span.start) + (isNegated ? text.slice(1) : `-${text}`) + query.slice(span.end);
}
