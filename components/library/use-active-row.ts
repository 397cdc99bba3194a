"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { SampleRow } from "@/lib/samples/schema";

export interface ActiveRow {
  index: number;
  /** Makes a row the active one without moving the focus. */
  setId: (id: string) => void;
  /** Makes a row the active one and moves the focus to it. Null stands for the first row. */
  focus: (id: string | null) => void;
}

/** The one row that Tab leads to. It stays the same row when the list is sorted or filtered. */
export function useActiveRow(rows: readonly SampleRow[], list: RefObject<HTMLElement | null>): ActiveRow {
  const [activeId, setActiveId] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const found = rows.findIndex((row) => row.id === activeId);
  // The row may only be in the document after this render, or after a later one once the page has scrolled.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const node = list.current?.querySelector<HTMLElement>("[data-active]");
    if (!node) return;
    wantsFocus.current = false;
    node.focus({ preventScroll: true });
  });
  return {
    index: found === -1 ? 0 : found,
    setId: setActiveId,
    focus: (id) => {
      wantsFocus.current = true;
      setActiveId(id);
    },
  };
}
