import { ALL_KIND, STEP_KIND, WORD_KIND } from "./constants";

/** What of a document is counted. */
export interface CountedDocument {
  ownerId: string;
  words: readonly string[];
  facets: readonly string[];
  steps: readonly number[];
}

export interface TermChange {
  ownerId: string;
  kind: string;
  term: string;
  /** How many documents more have it; negative for fewer, never 0. */
  change: number;
}

/** How the counts of terms change when some documents take the place of others, in one order for all. */
export function termChanges(before: readonly CountedDocument[], after: readonly CountedDocument[]): TermChange[] {
  const changes = new Map<string, TermChange>();
  for (const document of before) count(changes, document, -1);
  for (const document of after) count(changes, document, 1);
  return [...changes.entries()]
    .filter(([, { change }]) => change !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change);
}

function count(changes: Map<string, TermChange>, { ownerId, words, facets, steps }: CountedDocument, by: 1 | -1): void {
  const add = (kind: string, term: string) => {
    const id = `${ownerId}\n${kind}\n${term}`;
    const change = changes.get(id) ?? { ownerId, kind, term, change: 0 };
    change.change += by;
    changes.set(id, change);
  };
  add(ALL_KIND, "");
  for (const word of words) add(WORD_KIND, word);
  for (const step of steps) add(STEP_KIND, String(step));
  for (const facet of facets) {
    const colon = facet.indexOf(":");
    add(facet.slice(0, colon), facet.slice(colon + 1));
  }
}
