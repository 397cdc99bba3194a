import "server-only";
import type { FlagHolder } from "@/lib/flags/data";
import type { Filter, ParsedQuery } from "@/lib/search-query/filter";
import { emptyingFilters } from "./words/data";

/** A filter that leaves nothing over. Null if there are none, or if it is words that leave nothing. */
export async function emptyingFilter(
  owner: FlagHolder,
  query: ParsedQuery,
): Promise<Pick<Filter, "text" | "span"> | null> {
  if (query.filters.length === 0) return null;
  const parts = await emptyingFilters(owner, query);
  const texts = new Set(parts.flatMap(({ kind, text }) => (kind === "filter" ? [text] : [])));
  const blamed = query.filters.find(({ text }) => texts.has(text));
  return blamed ? { text: blamed.text, span: blamed.span } : null;
}
