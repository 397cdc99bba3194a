"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { SampleRow } from "@/lib/samples/schema";
import { CARD_PX, ROW_PX } from "./row-layout";
import { useListGeometry } from "./use-list-geometry";

/** Keeps only the rows near the screen in the document. */
export function useVirtualRows(rows: readonly SampleRow[], list: RefObject<HTMLTableSectionElement | null>) {
  const { scrollMargin, isWide } = useListGeometry(list);
  const measuredWide = useRef(isWide);
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count: rows.length,
    estimateSize: () => (isWide ? ROW_PX + 1 : CARD_PX),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
    scrollMargin,
    scrollPaddingStart: 60,
    scrollPaddingEnd: 120,
  });
  // When rows become cards, all heights measured so far are wrong, including those of rows out of sight.
  useLayoutEffect(() => {
    if (measuredWide.current === isWide) return;
    measuredWide.current = isWide;
    virtualizer.measure();
    // Fills in the new estimates first: it only notices rows that differ from those.
    virtualizer.getTotalSize();
    for (const row of list.current?.children ?? []) virtualizer.measureElement(row as HTMLTableRowElement);
  }, [isWide, virtualizer, list]);
  return { virtualizer, scrollMargin };
}
