import "server-only";
import type { FlagHolder } from "@/lib/flags/data";
import type { Filter, ParsedQuery } from "@/lib/search-query/filter";
import { listPage } from "./words/data";

/** Filters that are tried, one by one. */
const TRIED_MAX = 8;

/** The first filter without which something would be found. Null if no single filter is to blame. */
export async function emptyingFilter(
  owner: FlagHolder,
  query: ParsedQuery,
): Promise<Pick<Filter, "text" | "span"> | null> {
  for (const blamed of query.filters.slice(0, TRIED_MAX)) {
    const others = { ...query, filters: query.filters.filter((filter) => filter !== blamed) };
    const page = await listPage(owner, { query: others, sort: "-addedAt", limit: 1 });
    if (page && page.sampleIds.length > 0) return { text: blamed.text, span: blamed.span };
  }
  return null;
}
