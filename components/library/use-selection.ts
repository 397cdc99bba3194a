"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useText } from "#text";
import { toast } from "@/components/ui/toast";
import type { Text } from "@/lib/language/text";
import { SELECTED_IDS_MAX } from "@/lib/library/constants";
import { keepSelection, selectionKept } from "./kept-selection";
import type { LibraryWindow } from "./library-window";
import { librarySource } from "./row-source";
import { EVERYTHING, isSelected, NOTHING, type Selected, withIds } from "./selection";
import { IN_TAB, namedIn, selectionText } from "./selection-address";
import type { LibraryControl } from "./use-library-address";

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

/** What was selected last from where a range begins. */
interface Range {
  window: LibraryWindow;
  start: number;
  ids: readonly string[];
}

/** Changes whose rows are still being read. */
interface Waiting {
  last: Promise<void>;
  /** How often those that waited were called off. */
  calledOff: number;
}

interface Kept {
  query: string;
  told: LibraryControl["told"];
  selected: Selected;
}

/**
 * What is selected in a list. It is the list's own: another query begins with nothing, unless the address says more. A
 * selection that the address has no room for is remembered in this tab.
 */
export function useSelection(
  window: LibraryWindow,
  query: string,
  { told, select }: Pick<LibraryControl, "told" | "select">,
): SelectionControl {
  const t = useText();
  const [state, setState] = useState<Kept>(() => ({ query, told, selected: namedBy(told) }));
  if (state.told !== told) setState({ query, told, selected: namedBy(told) });
  else if (state.query !== query) setState({ query, told, selected: NOTHING });
  const latest = useRef<{ query: string; selected: Selected }>(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);
  const set = useCallback(
    (change: (selected: Selected) => Selected) => {
      const { query: of, selected } = latest.current;
      const next = change(selected);
      const text = selectionText(next);
      latest.current = { query: of, selected: next };
      setState((old) => (old.query === of ? { ...old, selected: next } : old));
      if (text === IN_TAB) keepSelection(of, next);
      select(text);
    },
    [select],
  );
  useRestored(told, latest, set);
  const range = useRef<Range | null>(null);
  const waiting = useRef<Waiting>({ last: Promise.resolve(), calledOff: 0 });
  /**
   * Changes what is selected by the ids of these rows, once they are read. They may come later than rows that were asked
   * for afterwards, so each change waits for those before it.
   */
  const changeBy = useCallback(
    (first: number, end: number, change: (selected: Selected, ids: readonly string[]) => Selected) => {
      const { last, calledOff } = waiting.current;
      const { query: of } = latest.current;
      waiting.current.last = Promise.all([rangeOf(window, first, end), last]).then(
        ([ids]) => {
          if (calledOff !== waiting.current.calledOff || of !== latest.current.query) return;
          set((selected) => change(selected, ids));
        },
        () => tellUnread(t),
      );
    },
    [window, set, t],
  );
  const begin = useCallback(
    (start: number) => {
      range.current = { window, start, ids: [] };
    },
    [window],
  );
  const toggle = useCallback(
    (index: number) => {
      begin(index);
      changeBy(index, index + 1, (selected, [id]) =>
        id === undefined ? selected : withIds(selected, [id], !isSelected(selected, id)),
      );
    },
    [changeBy, begin],
  );
  const selectTo = useCallback(
    (index: number, from: number) => {
      if (range.current?.window !== window) begin(from);
      const now = range.current;
      if (!now) return;
      const [first, end] = [Math.min(now.start, index), Math.max(now.start, index) + 1];
      if (end - first > SELECTED_IDS_MAX) {
        toast.warning(t("At most {count} samples can be selected one by one", { count: SELECTED_IDS_MAX }), {
          description: t("Select everything that a search finds with Ctrl + A instead."),
        });
        return;
      }
      changeBy(first, end, (selected, ids) => {
        const before = now.ids;
        now.ids = ids;
        return withIds(withIds(selected, before, false), ids, true);
      });
    },
    [window, changeBy, begin, t],
  );
  /** In place of whatever was selected, and of what still waits for its rows. */
  const replace = useCallback(
    (selected: Selected) => {
      waiting.current.calledOff += 1;
      set(() => selected);
    },
    [set],
  );
  const selectAll = useCallback(() => replace(EVERYTHING), [replace]);
  const clear = useCallback(() => replace(NOTHING), [replace]);
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

/** The server does not know the tab's storage: what only that knows comes after the first rendering. */
const namedBy = ({ selected }: LibraryControl["told"]): Selected =>
  selected === null || selected === IN_TAB ? NOTHING : namedIn(selected);

/** Completes what the address tells: from the tab if it is there, and without samples that are gone. */
function useRestored(
  told: LibraryControl["told"],
  latest: { readonly current: { query: string; selected: Selected } },
  set: (change: (selected: Selected) => Selected) => void,
): void {
  const done = useRef<LibraryControl["told"] | null>(null);
  useEffect(() => {
    // Effects run again when a page that was only hidden is shown again: by then the person may have selected others.
    if (done.current === told) return;
    done.current = told;
    const { query, selected } = latest.current;
    if (told.selected === IN_TAB) {
      const kept = selectionKept(query);
      set(() => kept ?? NOTHING);
    } else if (!selected.all && selected.ids.size > 0) {
      const ids = [...selected.ids];
      librarySource.rows(ids).then(
        (rows) => {
          const there = new Set(rows.map(({ id }) => id));
          const gone = ids.filter((id) => !there.has(id));
          if (gone.length > 0) set((now) => (now.all ? now : withIds(now, gone, false)));
        },
        // Whatever is done with it says what is not there.
        () => {},
      );
    }
  }, [told, latest, set]);
}

function tellUnread(t: Text): void {
  toast.error(t("Not all of these could be selected"), { description: t("Try again in a moment.") });
}

async function rangeOf(window: LibraryWindow, first: number, end: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const some of window.ids(first, end)) ids.push(...some);
  return ids;
}
