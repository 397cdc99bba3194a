import type { Selected } from "./selection";

/** Kept for this tab only: an address has no room for it. */
const KEY = "library-selection";

/** Remembers what is selected in the list of this query. */
export function keepSelection(query: string, selected: Selected): void {
  const ids = [...(selected.all ? selected.except : selected.ids)];
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ query, all: selected.all, ids }));
  } catch {
    // Without storage a reload forgets it.
  }
}

/** What was selected in this list when this tab was last there. */
export function selectionKept(query: string): Selected | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as { query: string; all: boolean; ids: string[] };
    if (kept?.query !== query || !Array.isArray(kept.ids)) return null;
    const ids = new Set(kept.ids);
    return kept.all ? { all: true, except: ids } : { all: false, ids };
  } catch {
    return null;
  }
}
