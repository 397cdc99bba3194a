import type { SampleRow } from "@/lib/samples/schema";

/** The rows as the server sent them, with what has happened since. */
export interface LibraryRows {
  /** The list this came from: another one means that the page was loaded anew. */
  source: readonly SampleRow[];
  rows: readonly SampleRow[];
  /** Deleted here; a late answer that still has them does not bring them back. */
  removed: ReadonlySet<string>;
}

export type LibraryChange =
  | { type: "reloaded"; rows: readonly SampleRow[] }
  | { type: "removed"; ids: readonly string[] }
  | { type: "restored"; rows: readonly SampleRow[] }
  /** Answer to a question about `ids`: those without a row are gone. */
  | { type: "fetched"; ids: readonly string[]; rows: readonly SampleRow[] };

export const libraryRows = (source: readonly SampleRow[]): LibraryRows => ({
  source,
  rows: source,
  removed: new Set(),
});

export function changeRows(state: LibraryRows, change: LibraryChange): LibraryRows {
  switch (change.type) {
    case "reloaded":
      return { ...state, source: change.rows, rows: change.rows.filter((row) => !state.removed.has(row.id)) };
    case "removed": {
      const gone = new Set(change.ids);
      return {
        ...state,
        rows: state.rows.filter((row) => !gone.has(row.id)),
        removed: new Set([...state.removed, ...gone]),
      };
    }
    case "restored": {
      const back = new Set(change.rows.map((row) => row.id));
      const removed = new Set([...state.removed].filter((id) => !back.has(id)));
      return { ...state, rows: merge(state.rows, change.rows, new Set()), removed };
    }
    case "fetched": {
      const answered = new Set(change.rows.map((row) => row.id));
      const gone = new Set(change.ids.filter((id) => !answered.has(id)));
      const shown = change.rows.filter((row) => !state.removed.has(row.id));
      return { ...state, rows: merge(state.rows, shown, gone) };
    }
  }
}

/** Known rows are replaced in place, new ones come first: the list is newest first before it is sorted. */
function merge(rows: readonly SampleRow[], changed: readonly SampleRow[], gone: ReadonlySet<string>): SampleRow[] {
  const byId = new Map(changed.map((row) => [row.id, row]));
  const kept = rows.flatMap((row) => {
    if (gone.has(row.id)) return [];
    const replacement = byId.get(row.id) ?? row;
    byId.delete(row.id);
    return [replacement];
  });
  return [...byId.values(), ...kept];
}
