"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { useSampleEvents } from "@/components/live/live-events-provider";
import { deleteWithUndo } from "@/components/samples/delete-with-undo";
import { fetchSampleRows, ROWS_PER_REQUEST } from "@/components/samples/fetch-sample-rows";
import { formatCount } from "@/lib/format/count";
import type { SampleRow } from "@/lib/samples/schema";
import { changeRows, libraryRows } from "./library-rows";

const GATHER_MS = 200;

/** The current rows: those of the server, with live changes and with what this page deletes and restores. */
export function useLibraryRows(source: readonly SampleRow[]) {
  const [state, dispatch] = useReducer(changeRows, source, libraryRows);
  if (state.source !== source) dispatch({ type: "reloaded", rows: source });

  const router = useRouter();
  const ask = useGatheredFetch((ids, rows) => dispatch({ type: "fetched", ids, rows }));
  useSampleEvents(
    (event) => {
      if (event.change === "deleted") {
        dispatch({ type: "fetched", ids: [event.sampleId], rows: [] });
        return;
      }
      if (event.change === "restored") dispatch({ type: "returned", ids: [event.sampleId] });
      ask(event.sampleId);
    },
    () => {
      dispatch({ type: "returned", ids: null });
      router.refresh();
    },
  );

  const remove = useCallback((rows: readonly SampleRow[]) => {
    const ids = rows.map((row) => row.id);
    const [first] = rows;
    if (!first) return;
    const restore = () => dispatch({ type: "restored", rows });
    void deleteWithUndo({
      ids,
      name: rows.length === 1 ? first.fileName : `${formatCount(rows.length)} samples`,
      onRemoved: () => dispatch({ type: "removed", ids }),
      onFailed: restore,
      onRestored: restore,
    });
  }, []);
  return { rows: state.rows, remove };
}

/** Collects ids for a moment and fetches their rows together: a few requests for hundreds of changes. */
function useGatheredFetch(onRows: (ids: string[], rows: SampleRow[]) => void): (id: string) => void {
  const due = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(onRows);
  useEffect(() => {
    latest.current = onRows;
  });
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return useCallback((id: string) => {
    const fetchDue = async () => {
      timer.current = null;
      const ids = [...due.current];
      due.current.clear();
      for (let start = 0; start < ids.length; start += ROWS_PER_REQUEST) {
        const portion = ids.slice(start, start + ROWS_PER_REQUEST);
        try {
          latest.current(portion, await fetchSampleRows(portion));
        } catch {
          // The rows stay as they were. The next event fetches them again.
        }
      }
    };
    due.current.add(id);
    timer.current ??= setTimeout(() => void fetchDue(), GATHER_MS);
  }, []);
}
