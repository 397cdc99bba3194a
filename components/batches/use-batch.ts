"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useBatchEvents } from "@/components/live/live-events-provider";
import { callApi } from "@/lib/api/client";
import type { Batch, BatchItem, ItemState } from "@/lib/batches/schema";

/** So often at most it is read anew, however many samples change. */
const READ_MS = 1000;
/** Where live events are off or held back by a proxy. */
const POLL_MS = 5000;
const ITEMS_A_PAGE = 100;

export interface ItemPage {
  items: readonly BatchItem[];
  state: ItemState | null;
  /** Where the page begins; undefined for the first. */
  cursor: string | undefined;
  nextCursor: string | null;
}

/** A batch and one page of its items, kept up to date while it is under way. Reads stop while the tab is hidden. */
export function useBatch(first: Batch, firstPage: ItemPage) {
  const [batch, setBatch] = useState(first);
  const [page, setPage] = useState(firstPage);
  const shown = useRef(firstPage);
  const isReading = useRef(false);
  const id = first.id;

  const show = useCallback(
    async ({ state, cursor }: Pick<ItemPage, "state" | "cursor">): Promise<boolean> => {
      const query = { limit: ITEMS_A_PAGE, cursor, state: state ?? undefined };
      const answer = await callApi("GET /batches/:id/items", { params: { id }, query });
      if (!answer.ok) return false;
      shown.current = { items: answer.body.data, state, cursor, nextCursor: answer.body.nextCursor };
      setPage(shown.current);
      return true;
    },
    [id],
  );

  const read = useCallback(async () => {
    if (isReading.current || document.visibilityState === "hidden") return;
    isReading.current = true;
    try {
      const answer = await callApi("GET /batches/:id", { params: { id } });
      if (answer.ok) setBatch(answer.body.data);
      await show(shown.current);
    } catch {
      // What is shown stays. The next event or the next poll reads it.
    } finally {
      isReading.current = false;
    }
  }, [id, show]);

  useReadAtMost(read, batch.state === "running" || batch.state === "stopping");
  return { batch, page, read, show };
}

/** Reads when something has changed, at most once a second, and every few seconds while it is under way. */
function useReadAtMost(read: () => Promise<void>, isUnderWay: boolean): void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const soon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      void read();
    }, READ_MS);
  }, [read]);
  useBatchEvents(soon);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  useEffect(() => {
    if (!isUnderWay) return;
    const poll = setInterval(soon, POLL_MS);
    return () => clearInterval(poll);
  }, [isUnderWay, soon]);
}
