import type { FacetName, Filter } from "@/lib/search-query/filter";

export type FacetFilter = Extract<Filter, { kind: "facet" }>;

const HEARD: ReadonlySet<FacetName> = new Set(["instrument", "genre", "mood"]);

/**
 * The facets of a document of which a filter wants any. Where labels are switched off for the owner, what was heard is
 * not found, and a tag of that name only where the owner gave it. None: nothing has what is wanted.
 */
export function wantedFacets({ facet, anyOf }: FacetFilter, hidden: ReadonlySet<string>): string[] {
  return anyOf.flatMap((value) => {
    const isHidden = hidden.has(value);
    if (isHidden && HEARD.has(facet)) return [];
    const name = isHidden && facet === "tag" ? "own" : facet;
    return [`${name}:${value}`.replaceAll("\0", "").toWellFormed()];
  });
}
