"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useText } from "#text";
import { useChoices } from "@/components/choices/choices-provider";
import { toast } from "@/components/ui/toast";
import type { LibraryRow } from "@/lib/library/schema";
import { parseQuery } from "@/lib/search-query/parse";
import { readColumns, usualColumns } from "./columns";
import { keepPlace, placeIn } from "./kept-place";
import { librarySearch, parseLibraryAddress } from "./library-address";
import type { ListPlace } from "./library-list";
import { changeLook, useLook } from "./look";
import { wishOf, withWish } from "./query-filters";
import { idsOf } from "./selected-ids";
import { countSelected, isSelected, selectionOf } from "./selection";
import { useColumns } from "./use-columns";
import { useLibraryAddress } from "./use-library-address";
import { type FirstRows, type Keep, useLibraryWindow } from "./use-library-window";
import { useRowActions } from "./use-row-actions";
import { useSelection } from "./use-selection";
import type { Question } from "./window-source";

const KEEP_MS = 200;
const listOf = ({ query, sort }: Question) => librarySearch({ query, sort });

/** Everything that the library's page shows and does, put together. */
export function useLibrary(first: FirstRows, widthPx: number) {
  const t = useText();
  const address = useLibraryAddress();
  const { wanted, shown, change } = address;
  const look = useLook();
  const { choices } = useChoices();
  const question = useMemo(() => ({ query: shown.query.trim(), sort: shown.sort }), [shown.query, shown.sort]);
  const place = useRef<() => ListPlace>(() => ({ index: 0, offsetPx: 0 }));
  const list = useRef<{ rowAt: (index: number) => LibraryRow | undefined } | null>(null);
  const keepNow = useCallback(() => {
    const at = place.current();
    return { ...at, id: list.current?.rowAt(at.index)?.id ?? null };
  }, []);
  const [start] = useState({ list: listOf(question), at: shown.at });
  const startAt = useCallback(
    (): Keep | null => placeIn(start.list) ?? (start.at === null ? null : { id: start.at, index: 0, offsetPx: null }),
    [start],
  );
  const opened = useLibraryWindow({ question, first, startAt, keepNow });
  const { window, reopen } = opened;
  useEffect(() => {
    list.current = window;
  }, [window]);
  const onScrolled = useKeptPlace(window.question, keepNow);

  const parsed = useMemo(() => parseQuery(wanted.query), [wanted.query]);
  const selection = useSelection(window, question.query, address);
  const actions = useRowActions({
    ...{ window, keepNow, reopen, onRemoved: selection.forget, onLeave: address.settle },
    onlyFavourites: wishOf(parsed, "is", "favourite") === "with",
  });
  const columnsText = wanted.columns ?? look.columns;
  const chosen = useMemo(
    () => readColumns(columnsText) ?? { shown: usualColumns(widthPx), widths: {} },
    [columnsText, widthPx],
  );
  const columns = useColumns(chosen, (text) => {
    changeLook({ columns: text });
    change({ columns: text }, true);
  });

  const count = countSelected(selection.selected, window.total);
  const removeSelected = async () => {
    const ids = await idsOf(selection.selected, window).catch(() => null);
    if (!ids) {
      toast.error(t("The selection could not be read"), {
        description: t("Nothing was deleted. Try again in a moment."),
      });
      return;
    }
    actions.remove(ids.map((id) => ({ id, fileName: window.rowAt(window.indexOf(id))?.fileName ?? t("The sample") })));
    selection.clear();
  };
  return {
    ...{ address, look, opened, parsed, selection, actions, columns, place, onScrolled, count },
    layout: wanted.layout ?? look.layout,
    density: wanted.density ?? choices.density,
    picked: count > 0 ? selectionOf(selection.selected, question.query) : null,
    removeSelected: () => void removeSelected(),
    onDelete: (row: LibraryRow) => {
      if (isSelected(selection.selected, row.id)) void removeSelected();
      else actions.remove([row]);
    },
    onQuery: (query: string) => change({ query, at: null }),
    onTag: (tag: string, isExcluded: boolean) =>
      change({ query: withWish(wanted.query, "tag", tag, isExcluded ? "without" : "with"), at: null }),
    /** Shows a saved view; what it does not say is as this person has it. */
    onView: (search: string) => {
      const { selected: _, ...view } = parseLibraryAddress(new URLSearchParams(search));
      change(view);
    },
  };
}

/** Keeps the place in the list for the next visit in this tab, whenever a scroll has ended. */
function useKeptPlace(question: Question, keepNow: () => { id: string | null } & ListPlace): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(question);
  useEffect(() => {
    latest.current = question;
  }, [question]);
  const keep = useCallback(() => keepPlace({ ...keepNow(), list: listOf(latest.current) }), [keepNow]);
  useEffect(() => {
    window.addEventListener("pagehide", keep);
    return () => {
      window.removeEventListener("pagehide", keep);
      clearTimeout(timer.current);
    };
  }, [keep]);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, KEEP_MS);
  }, [keep]);
}
