"use client";

import { useEffect, useState } from "react";
import { Scope } from "@/components/ui/scope";
import type { Completion } from "@/lib/search-query/completion";
import { fetchKnownTerms } from "./fetch-known-terms";
import type { KnownTerm } from "./suggestion";

const PAUSE_MS = 80;
const NONE: readonly KnownTerm[] = [];

/**
 * What the library has that begins with what is being typed. Until the answer comes it is what was known before, if that
 * was for the same filter, so that the list does not flicker.
 */
export function useKnownTerms(completion: Completion, isWanted: boolean): readonly KnownTerm[] {
  const [found, setFound] = useState<{ about: string; terms: readonly KnownTerm[] }>({ about: "", terms: NONE });
  const facet = facetOf(completion);
  const { typed } = completion;
  const isAsked = isWanted && facet !== null && (facet !== "" || typed !== "");
  useEffect(() => {
    if (!isAsked) return;
    const scope = new Scope();
    scope.timeout(async () => {
      const terms = await fetchKnownTerms(facet, typed, scope.signal).catch(() => null);
      if (terms) setFound({ about: facet, terms });
    }, PAUSE_MS);
    return scope.dispose;
  }, [isAsked, facet, typed]);
  return isAsked && found.about === facet ? found.terms.filter(({ term }) => mayBe(term, typed)) : NONE;
}

/** The facet whose values are asked for, empty for all of them and words. Null if there is nothing to ask. */
function facetOf(completion: Completion): string | null {
  if (completion.kind === "name") return null;
  if (completion.kind === "word") return "";
  return "facet" in completion.filter ? completion.filter.facet : null;
}

const mayBe = (term: string, typed: string) => term.toLowerCase().includes(typed.trim().toLowerCase().slice(0, 1));
