import { SELECTED_IDS_MAX } from "@/lib/library/constants";
import type { Selection } from "@/lib/library/schema";

/** What is selected on the page: samples by id, or everything that the query of the page finds, except some. */
export type Selected = { all: false; ids: ReadonlySet<string> } | { all: true; except: ReadonlySet<string> };

export const NOTHING: Selected = { all: false, ids: new Set() };
export const EVERYTHING: Selected = { all: true, except: new Set() };

export const isSelected = (selected: Selected, id: string): boolean =>
  selected.all ? !selected.except.has(id) : selected.ids.has(id);

export const countSelected = (selected: Selected, total: number): number =>
  selected.all ? Math.max(0, total - selected.except.size) : selected.ids.size;

/** With these switched on or off. The same selection if there are too many of them to name. */
export function withIds(selected: Selected, ids: readonly string[], isOn: boolean): Selected {
  const named = new Set(selected.all ? selected.except : selected.ids);
  for (const id of ids) {
    if (isOn === selected.all) named.delete(id);
    else named.add(id);
  }
  if (named.size > SELECTED_IDS_MAX) return selected;
  return selected.all ? { all: true, except: named } : { all: false, ids: named };
}

/** The selection as verbs take it; null if it is empty. */
export function selectionOf(selected: Selected, query: string): Selection | null {
  if (selected.all) return { query, except: [...selected.except] };
  return selected.ids.size === 0 ? null : { ids: [...selected.ids] };
}
