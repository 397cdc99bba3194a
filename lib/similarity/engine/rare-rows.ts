import type { Filter } from "@/lib/search-query/filter";
import { numbersOf } from "./facet-filter";
import type { RowStore } from "./row-store";
import { type OwnerRows, usedRows } from "./slots";

type RangeFilter = Extract<Filter, { kind: "range" }>;

/**
 * Rows among which are all of this owner that pass the filters, each once, if some filter leaves no more than `most`.
 * Rows of other owners may be among them. Null if there is no such filter.
 */
export function rareRows(
  filters: readonly Filter[],
  hidden: ReadonlySet<string>,
  store: RowStore,
  { owner, most }: { owner: OwnerRows; most: number },
): Uint32Array[] | null {
  const wanted = filters.filter(({ isNegated }) => !isNegated);
  let [rarest, fewest]: [number[] | null, number] = [null, most + 1];
  for (const filter of wanted) {
    if (filter.kind !== "facet") continue;
    const numbers = [...new Set(numbersOf(filter, hidden, store.facets))];
    const count = store.facets.countOf(numbers);
    if (count < fewest) [rarest, fewest] = [numbers, count];
  }
  if (rarest) return rowsWithAny(rarest, store);
  for (const filter of wanted) {
    const rows = filter.kind === "range" ? rowsInRanges(filter, store, owner, most) : null;
    if (rows) return [rows];
  }
  return null;
}

function rowsWithAny(numbers: readonly number[], { facets }: RowStore): Uint32Array[] {
  return numbers.map((number, at) => {
    const before = numbers.slice(0, at);
    const rows = facets.rowsOf(number);
    return before.length === 0 ? rows : rows.filter((slot) => !facets.hasAny(slot, before));
  });
}

/** Compares one number of all the owner's rows, which takes less time than a tenth of their scan. Null if too many pass. */
function rowsInRanges({ number, anyOf }: RangeFilter, store: RowStore, owner: OwnerRows, most: number) {
  const column = store.numbers[number];
  const lowest = Math.min(...anyOf.map(({ min }) => min));
  const highest = Math.max(...anyOf.map(({ max }) => max));
  const found: number[] = [];
  for (const [run, { start }] of owner.runs.entries()) {
    const [values, at, used] = [column.chunkOf(start), column.offsetOf(start), usedRows(owner, run)];
    for (let i = 0; i < used; i++) {
      const value = values[at + i] as number;
      if (!(value >= lowest && value <= highest)) continue;
      if (anyOf.some(({ min, max }) => value >= min && value <= max)) found.push(start + i);
    }
    if (found.length > most) return null;
  }
  return Uint32Array.from(found);
}
