import { ALL_KIND, FOLDER_KIND, STEP_KIND, WORD_KIND } from "./constants";

/** What of a document is counted. */
export interface CountedDocument {
  ownerId: string;
  words: readonly string[];
  facets: readonly string[];
  /** How the names of its folders are written, by path. */
  folderNames?: Readonly<Record<string, string>>;
  steps: readonly number[];
}

export interface TermChange {
  ownerId: string;
  kind: string;
  term: string;
  /** How many documents more have it; negative for fewer. 0 only for a folder, whose name may not be known yet. */
  change: number;
  /** Of a folder: how a document writes its name. */
  written?: string | undefined;
}

/** How the counts of terms change when some documents take the place of others, in one order for all. */
export function termChanges(before: readonly CountedDocument[], after: readonly CountedDocument[]): TermChange[] {
  const changes = new Map<string, TermChange>();
  for (const document of before) count(changes, document, -1);
  for (const document of after) count(changes, document, 1);
  return [...changes.entries()]
    .filter(([, { change, written }]) => change !== 0 || written !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change);
}

function count(changes: Map<string, TermChange>, document: CountedDocument, by: 1 | -1): void {
  const { ownerId, words, facets, steps, folderNames = {} } = document;
  const add = (kind: string, term: string) => {
    const id = `${ownerId}\n${kind}\n${term}`;
    const change = changes.get(id) ?? { ownerId, kind, term, change: 0 };
    change.change += by;
    if (kind === FOLDER_KIND && Object.hasOwn(folderNames, term)) change.written ??= folderNames[term];
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
