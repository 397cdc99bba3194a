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
  /** A range then begins here. Selects nothing. */
  begin: (index: number) => void;
  /**
   * Selects everything from where the range begins to here, also what is not read, in place of the range before.
   * `from` counts if none has begun in this list.
   */
  selectTo: (index: number, from: number) => void;
  selectAll: () => void;
  clear: () => void;
  /** These have left the list. */
  forget: (ids: readonly string[]) => void;
}

/** What is selected in a list. It is the list's own: another query begins with nothing. */
export function useSelection(window: LibraryWindow, query: string): SelectionControl {
  const [state, setState] = useState<{ query: string; selected: Selected }>({ query, selected: NOTHING });
  if (state.query !== query) setState({ query, selected: NOTHING });
  const range = useRef<{ window: LibraryWindow; start: number; ids: readonly string[] } | null>(null);
  const begin = useCallback(
    (start: number) => {
      range.current = { window, start, ids: [] };
    },
    [window],
  );
  const set = useCallback(
    (change: (selected: Selected) => Selected) => setState((old) => ({ ...old, selected: change(old.selected) })),
    [],
  );
  const toggle = useCallback(
    (index: number) => {
      begin(index);
      const id = window.rowAt(index)?.id;
      if (id) set((selected) => withIds(selected, [id], !isSelected(selected, id)));
    },
    [window, set, begin],
  );
  const selectTo = useCallback(
    (index: number, from: number) => {
      if (range.current?.window !== window) begin(from);
      const now = range.current;
      if (!now) return;
      const [first, end] = [Math.min(now.start, index), Math.max(now.start, index) + 1];
      if (end - first > SELECTED_IDS_MAX) {
        toast.warning(`At most ${formatCount(SELECTED_IDS_MAX)} samples can be selected one by one`, {
          description: "Select everything that a search finds with Ctrl + A instead.",
        });
        return;
      }
      void rangeOf(window, first, end).then(
        (ids) => {
          const before = now.ids;
          now.ids = ids;
          set((selected) => withIds(withIds(selected, before, false), ids, true));
        },
        () => toast.error("Not all of these could be selected", { description: "Try again in a moment." }),
      );
    },
    [window, set, begin],
  );
  const selectAll = useCallback(() => set(() => EVERYTHING), [set]);
  const clear = useCallback(() => set(() => NOTHING), [set]);
  const forget = useCallback(
    // What is excepted from everything may stay named: it is not there any more.
    (ids: readonly string[]) => set((selected) => (selected.all ? selected : withIds(selected, ids, false))),
    [set],
  );
  return {
    selected: state.query === query ? state.selected : NOTHING,
    toggle,
    begin,
    selectTo,
    selectAll,
    clear,
    forget,
  };
}

async function rangeOf(window: LibraryWindow, first: number, end: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const some of window.ids(first, end)) ids.push(...some);
  return ids;
}
