"use client";

import { useCallback, useState } from "react";
import type { LibraryWindow } from "./library-window";
import type { Landing } from "./use-library-window";

export interface Cursor {
  index: number;
  /** Null while its row is not read. */
  id: string | null;
}

/** The one row that the keys act on. It stays on its sample where rows come and go, and goes to the next where it leaves. */
export function useCursor(
  window: LibraryWindow,
  { at, landing }: { at: string | null; landing: Pick<Landing, "index"> },
  onMove: (id: string | null) => void,
) {
  const [cursor, setCursor] = useState<Cursor>({ index: 0, id: at });
  const [question, setQuestion] = useState(window.question);
  // Another list begins where it is opened, not where the cursor was in the one before.
  if (question !== window.question) {
    setQuestion(window.question);
    if (question.query !== window.question.query || question.sort !== window.question.sort)
      setCursor({ index: landing.index, id: null });
  }
  const settled = settle(cursor, window);
  if (settled.index !== cursor.index || settled.id !== cursor.id) setCursor(settled);
  const move = useCallback(
    (index: number) => {
      const id = window.rowAt(index)?.id ?? null;
      setCursor({ index, id });
      onMove(id);
    },
    [window, onMove],
  );
  return { cursor: settled, move };
}

function settle(cursor: Cursor, window: LibraryWindow): Cursor {
  const { index, id } = cursor;
  if (window.total === 0) return { index: 0, id: null };
  const row = window.rowAt(index);
  if (row?.id === id && row) return cursor;
  const found = id === null ? -1 : window.indexOf(id);
  if (found >= 0) return { index: found, id };
  const kept = Math.min(index, window.total - 1);
  if (!row && kept === index) return cursor;
  return { index: kept, id: window.rowAt(kept)?.id ?? null };
}
