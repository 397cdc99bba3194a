import { callApi } from "@/lib/api/client";
import type { KnownTerm } from "./suggestion";

/**
 * What the library has that begins with what is typed, the most frequent first: values of one facet, or with an empty
 * one of all of them, words and titles.
 */
export async function fetchKnownTerms(facet: string, typed: string, signal: AbortSignal): Promise<KnownTerm[]> {
  const query = { q: typed, ...(facet !== "" && { kind: facet }) };
  const answer = await callApi("GET /search/suggestions", { query, signal });
  return answer.ok ? answer.body.data : [];
}
