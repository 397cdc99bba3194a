import { type FacetFilter, wantedFacets } from "@/lib/search-documents/wanted-facets";
import type { Filter, NumberRange } from "@/lib/search-query/filter";
import type { RowStore } from "./row-store";

/** Whether the row passes. */
export type RowFilter = (slot: number) => boolean;

/**
 * All conditions as one function of a row, or null if there are none. A row without the value fails a condition and
 * passes its negation. Facets that no row has are known before the first row is read. The function is right until the
 * store changes. `hidden` are labels that are switched off for the owner.
 */
export function compileFilters(
  filters: readonly Filter[],
  hidden: ReadonlySet<string>,
  store: RowStore,
): RowFilter | null {
  // Numbers are compared faster than facets.
  const ordered = filters.toSorted((a, b) => Number(a.kind === "facet") - Number(b.kind === "facet"));
  const conditions = ordered.map((filter) => compileFilter(filter, hidden, store));
  const [first, second] = conditions;
  if (!first) return null;
  if (!second) return first;
  if (conditions.length === 2) return (slot) => first(slot) && second(slot);
  return (slot) => conditions.every((holds) => holds(slot));
}

function compileFilter(filter: Filter, hidden: ReadonlySet<string>, store: RowStore): RowFilter {
  const holds = filter.kind === "facet" ? hasFacet(filter, hidden, store) : isInRange(filter, store);
  return filter.isNegated ? (slot) => !holds(slot) : holds;
}

function hasFacet(filter: FacetFilter, hidden: ReadonlySet<string>, { facets }: RowStore): RowFilter {
  const numbers = numbersOf(filter, hidden, facets);
  return numbers.length === 0 ? () => false : (slot) => facets.hasAny(slot, numbers);
}

/** The numbers that rows have for the facets that a filter wants. */
export const numbersOf = (filter: FacetFilter, hidden: ReadonlySet<string>, facets: RowStore["facets"]): number[] =>
  wantedFacets(filter, hidden)
    .map((wanted) => facets.numberOf(wanted))
    .filter((number) => number >= 0);

function isInRange({ number, anyOf }: Filter & { kind: "range" }, { numbers }: RowStore): RowFilter {
  const column = numbers[number];
  const [only] = anyOf;
  if (only && anyOf.length === 1) return (slot) => contains(only, column.get(slot));
  return (slot) => {
    const value = column.get(slot);
    return anyOf.some((range) => contains(range, value));
  };
}

/** No range contains NaN, which stands for a missing value. */
const contains = ({ min, max }: NumberRange, value: number) => value >= min && value <= max;
