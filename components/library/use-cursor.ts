"use client";

import { useCallback, useState } from "react";
import type { LibraryWindow } from "./library-window";

export interface Cursor {
  index: number;
  /** Null while its row is not read. */
  id: string | null;
}

/** The one row that the keys act on. It stays on its sample where rows come and go, and goes to the next where it leaves. */
export function useCursor(window: LibraryWindow, at: string | null, onMove: (id: string | null) => void) {
  const [cursor, setCursor] = useState<Cursor>({ index: 0, id: at });
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
