import type { Selection } from "@/lib/library/schema";

/** Ids that fit into an address. */
const LINKED_IDS_MAX = 200;
const LINKED_CHARACTERS_MAX = 1500;

/** A selection as a download's address says it; null if it does not fit into one. */
export function linkedSelection(selection: Selection): { q: string } | { ids: string } | null {
  if ("ids" in selection) return selection.ids.length <= LINKED_IDS_MAX ? { ids: selection.ids.join(",") } : null;
  const isPlain = (selection.except?.length ?? 0) === 0 && selection.query.length <= LINKED_CHARACTERS_MAX;
  return isPlain ? { q: selection.query } : null;
}
