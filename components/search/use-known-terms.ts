"use client";

import { useEffect, useState } from "react";
import { Scope } from "@/components/ui/scope";
import type { SuggestionKind } from "@/lib/search/words/schema";
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
  const [found, setFound] = useState<{ kind: SuggestionKind | null; terms: readonly KnownTerm[] } | null>(null);
  const { typed } = completion;
  const kind = facetOf(completion);
  // All kinds at once begin with nothing in particular.
  const isAsked = isWanted && (kind !== null || (completion.kind === "word" && typed !== ""));
  useEffect(() => {
    if (!isAsked) return;
    const scope = new Scope();
    scope.timeout(async () => {
      const terms = await fetchKnownTerms(kind, typed, scope.signal).catch(() => null);
      if (terms) setFound({ kind, terms });
    }, PAUSE_MS);
    return scope.dispose;
  }, [isAsked, kind, typed]);
  return isAsked && found?.kind === kind ? found.terms.filter(({ term }) => mayBe(term, typed)) : NONE;
}

/** The facet whose values are being typed. */
function facetOf(completion: Completion): SuggestionKind | null {
  return completion.kind === "value" && "facet" in completion.filter ? completion.filter.facet : null;
}

const mayBe = (term: string, typed: string) => term.toLowerCase().includes(typed.trim().toLowerCase().slice(0, 1));
