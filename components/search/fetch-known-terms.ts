import { callApi } from "@/lib/api/client";
import type { SuggestionKind } from "@/lib/search/words/schema";
import type { KnownTerm } from "./suggestion";

/** The most that is asked for: nobody types longer beginnings. */
const CHARACTERS_MAX = 200;

/**
 * What the library has that begins with what is typed, the most frequent first: values of one facet, or with null of all
 * of them and titles. Empty if the server refuses.
 */
export async function fetchKnownTerms(
  kind: SuggestionKind | null,
  typed: string,
  signal: AbortSignal,
): Promise<KnownTerm[]> {
  const query = { q: typed.slice(0, CHARACTERS_MAX), ...(kind && { kind }) };
  const answer = await callApi("GET /search/suggestions", { query, signal });
  return answer.ok
    ? answer.body.data.map(({ kind: found, value, count }) => ({ kind: found, term: value, count }))
    : [];
}
