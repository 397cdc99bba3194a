import type { Asked, Condition } from "@/lib/search/words/asked";
import { KINDS, type Kind, type ListOrder, type ListSort } from "@/lib/search/words/schema";
import type { Filter, NumberName } from "@/lib/search-query/filter";

/** A question as the index of an order answers it. */
export interface WalkedQuestion {
  /** The index has one kind after the other, so a type is a part of it. */
  kinds: Kind[];
  /** Ranges of the value that the list is sorted by: where in the index to read. */
  ranges: Filter[];
  /** What each row must be asked for. */
  rest: Asked;
}

const NUMBER_OF_ORDER: Partial<Record<ListOrder, NumberName>> = {
  addedAt: "addedAt",
  bpm: "bpm",
  seconds: "seconds",
  lufs: "lufs",
};

export const orderName = (sort: ListSort): ListOrder => sort.replace(/^-/, "") as ListOrder;

export function walkedQuestion(asked: Asked, sort: ListSort): WalkedQuestion {
  const number = NUMBER_OF_ORDER[orderName(sort)];
  let kinds: Kind[] = [...KINDS];
  const ranges: Filter[] = [];
  const filters: Filter[] = [];
  for (const filter of asked.filters) {
    if (filter.kind === "facet" && filter.facet === "type") {
      const { anyOf, isNegated } = filter;
      kinds = kinds.filter((kind) => (kind === "" ? isNegated : anyOf.includes(kind) !== isNegated));
    } else if (filter.kind === "range" && filter.number === number && !filter.isNegated) ranges.push(filter);
    else filters.push(filter);
  }
  return { kinds, ranges, rest: { ...asked, filters } };
}

/** Fewer rows than this cost nothing to walk. */
export const WALKED_LEAST = 1000;
/** How many times as many rows as expected are walked before something else is tried. */
const PATIENCE = 2;
/** How many times as far the list is walked on if nothing was found so far. */
const FURTHER = 8;
/** More rows than there are. */
export const EVERYTHING = 2 ** 31 - 1;
/** So few rows are read as a whole: the index of words finds what is alike in all libraries first. */
const SMALL = 2000;
/** So few are collected without a walk. */
const COLLECTED_AT_ONCE = 1000;

/** How a page is looked for. */
export interface PagePlan {
  /** How many rows to walk in the order of the list at first, to see how dense matches are there. Null if all that match are collected at once. */
  first: number | null;
  /** Walking further than this takes longer than what else there is to do. */
  furthest: number;
  /** Whether all that match are collected if no walk fills the page. If not, the list is walked to its end. */
  isCollected: boolean;
}

/**
 * Whether to walk or to collect: each reads about as much for each row.
 *
 * @param conditions what each row must be asked for
 * @param inOrder how many rows there are to walk
 * @param all these conditions, and those that are parts of the index of the order
 */
export function pagePlan(
  conditions: readonly Condition[],
  { limit, total, inOrder, all }: { limit: number; total: number; inOrder: number; all: readonly Condition[] },
): PagePlan {
  if (inOrder <= SMALL) return { first: EVERYTHING, furthest: inOrder, isCollected: false };
  const { by, read } = collection(all, total);
  const isCollected = by.length > 0 && read < inOrder;
  const furthest = isCollected ? read : inOrder;
  const needed = limit / Math.max(shareOf(conditions), 1e-9);
  if (isCollected && read <= Math.max(COLLECTED_AT_ONCE, PATIENCE * needed))
    return { first: null, furthest, isCollected };
  const rows = Math.max(WALKED_LEAST, Math.ceil(needed / 2));
  return { first: rows < furthest ? rows : isCollected ? null : EVERYTHING, furthest, isCollected };
}

/** How many rows to walk on, as densely as the matches stood so far. Null if that is too far. */
export function nextWalk({
  walked,
  found,
  limit,
  furthest,
}: {
  walked: number;
  found: number;
  limit: number;
  furthest: number;
}): number | null {
  const rows = found === 0 ? FURTHER * walked : (PATIENCE * walked * (limit - found)) / found;
  const atLeast = Math.max(WALKED_LEAST, Math.ceil(rows));
  return walked + atLeast < furthest ? atLeast : null;
}

const shareOf = (conditions: readonly Condition[]) => conditions.reduce((product, { share }) => product * share, 1);

/** An entry of an index takes this much less time than a row of the table. */
const ENTRIES_FOR_ROW = 20;

/**
 * What the index of words is asked for, and how many rows then take as long to read as all of it. The rest is asked of
 * each row. The index goes through the list of what is rarest, and looks each of its entries up in the lists of the
 * others. That is worth it for a condition that leaves out more rows than its lists take to read.
 */
export function collection(conditions: readonly Condition[], total: number): { by: Condition[]; read: number } {
  const by: Condition[] = [];
  let rows = total;
  let entries = 0;
  for (const condition of conditions.toSorted((a, b) => a.most - b.most)) {
    const { most, share, lists } = condition;
    const first = by[0]?.most;
    const more = first === undefined ? most : Math.min(most, first * lists);
    const left = first === undefined ? most : rows * share;
    if (
      share >= 1 ||
      (first === undefined && most >= total) ||
      (first !== undefined && (rows - left) * ENTRIES_FOR_ROW < more)
    )
      continue;
    by.push(condition);
    rows = left;
    entries += more;
  }
  return { by, read: rows + entries / ENTRIES_FOR_ROW };
}
