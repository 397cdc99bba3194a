import type { KnownTerm } from "./suggestion";

/**
 * What the library has that begins with what is typed, the most frequent first: values of one facet, or with an empty
 * one of all of them and titles. Empty if the server refuses.
 */
export async function fetchKnownTerms(facet: string, typed: string, signal: AbortSignal): Promise<KnownTerm[]> {
  const query = new URLSearchParams({ q: typed, ...(facet !== "" && { kind: facet }) });
  const response = await fetch(`/api/v1/search/suggestions?${query}`, { signal, cache: "no-store" });
  if (!response.ok) return [];
  const { data }: { data: { kind: string; value: string; count: number }[] } = await response.json();
  return data.map(({ kind, value, count }) => ({ kind, term: value, count }));
}
