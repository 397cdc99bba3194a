"use client";

import { useCallback, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { formatCount } from "@/lib/format/count";
import { SELECTED_IDS_MAX } from "@/lib/library/constants";
import type { LibraryWindow } from "./library-window";
import { EVERYTHING, isSelected, NOTHING, type Selected, withIds } from "./selection";

export interface SelectionControl {
  selected: Selected;
  /** Selects or leaves one sample, from which a range then begins. */
  toggle: (index: number) => void;
  /** Selects everything between the last one and this one, also what is not read. */
  selectTo: (index: number) => void;
  selectAll: () => void;
  clear: () => void;
  /** These have left the list. */
  forget: (ids: readonly string[]) => void;
}

/** What is selected in a list. It is the list's own: another query begins with nothing. */
export function useSelection(window: LibraryWindow, query: string): SelectionControl {
  const [state, setState] = useState<{ query: string; selected: Selected }>({ query, selected: NOTHING });
  if (state.query !== query) setState({ query, selected: NOTHING });
  const start = useRef(0);
  const set = useCallback(
    (change: (selected: Selected) => Selected) => setState((old) => ({ ...old, selected: change(old.selected) })),
    [],
  );
  const toggle = useCallback(
    (index: number) => {
      start.current = index;
      const id = window.rowAt(index)?.id;
      if (id) set((selected) => withIds(selected, [id], !isSelected(selected, id)));
    },
    [window, set],
  );
  const selectTo = useCallback(
    (index: number) => {
      const [first, end] = [Math.min(start.current, index), Math.max(start.current, index) + 1];
      if (end - first > SELECTED_IDS_MAX) {
        toast.warning(`At most ${formatCount(SELECTED_IDS_MAX)} samples can be selected one by one`, {
          description: "Select everything that a search finds with Ctrl + A instead.",
        });
        return;
      }
      void rangeOf(window, first, end).then(
        (ids) => set((selected) => withIds(selected, ids, true)),
        () => toast.error("Not all of these could be selected", { description: "Try again in a moment." }),
      );
    },
    [window, set],
  );
  const selectAll = useCallback(() => set(() => EVERYTHING), [set]);
  const clear = useCallback(() => set(() => NOTHING), [set]);
  const forget = useCallback(
    // What is excepted from everything may stay named: it is not there any more.
    (ids: readonly string[]) => set((selected) => (selected.all ? selected : withIds(selected, ids, false))),
    [set],
  );
  return { selected: state.query === query ? state.selected : NOTHING, toggle, selectTo, selectAll, clear, forget };
}

async function rangeOf(window: LibraryWindow, first: number, end: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const some of window.ids(first, end)) ids.push(...some);
  return ids;
}
