import type { SampleRow } from "@/lib/samples/schema";

/** The rows as the server sent them, with all changes since. */
export interface LibraryRows {
  /** The list this started from. A different list means that the page was loaded again. */
  source: readonly SampleRow[];
  rows: readonly SampleRow[];
  /** Deleted on this page. A late answer that still contains them does not bring them back. */
  removed: ReadonlySet<string>;
}

export type LibraryChange =
  | { type: "reloaded"; rows: readonly SampleRow[] }
  | { type: "removed"; ids: readonly string[] }
  | { type: "restored"; rows: readonly SampleRow[] }
  /** These may be restored by another page: answers that have them are to be believed again. Null stands for all. */
  | { type: "returned"; ids: readonly string[] | null }
  /** The answer to a request for `ids`. Those without a row no longer exist. */
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
    case "returned": {
      const back = change.ids === null ? state.removed : new Set(change.ids);
      return { ...state, removed: new Set([...state.removed].filter((id) => !back.has(id))) };
    }
    case "fetched": {
      const answered = new Set(change.rows.map((row) => row.id));
      const gone = new Set(change.ids.filter((id) => !answered.has(id)));
      const shown = change.rows.filter((row) => !state.removed.has(row.id));
      return { ...state, rows: merge(state.rows, shown, gone) };
    }
  }
}

/** Replaces known rows in place and puts new ones first, because an unsorted list has the newest row first. */
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
