"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import { isForPage } from "@/components/player/shortcuts";
import { cn } from "@/lib/cn";
import type { SampleRow } from "@/lib/samples/schema";
import { gridCommand, indexAfter } from "./grid-keys";
import { LibraryRow, trackOf } from "./library-row";
import { CARD_PX, ROW_GRID, ROW_PX } from "./row-layout";
import { useNow } from "./use-now";

export interface LibraryGridProps {
  rows: readonly SampleRow[];
  selection: Readonly<Record<string, boolean>>;
  onSelect: (id: string, isSelected: boolean, isRange: boolean) => void;
  onDelete: (row: SampleRow) => void;
}

/** The rows on screen, and moving through all of them by keyboard. */
export function LibraryGrid({ rows, selection, onSelect, onDelete }: LibraryGridProps) {
  const list = useRef<HTMLTableSectionElement>(null);
  const { scrollMargin, isWide } = useListGeometry(list);
  const nowMs = useNow();
  const router = useRouter();
  const [activeId, setActiveId] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const measuredWide = useRef(isWide);
  const found = rows.findIndex((row) => row.id === activeId);
  const activeIndex = found === -1 ? 0 : found;

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (isWide ? ROW_PX + 1 : CARD_PX),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
    scrollMargin,
    scrollPaddingStart: 60,
    scrollPaddingEnd: 120,
  });

  // Rows become cards: what was measured of the others, also of those out of sight, no longer holds.
  useLayoutEffect(() => {
    if (measuredWide.current === isWide) return;
    measuredWide.current = isWide;
    virtualizer.measure();
    // Only against sizes that were estimated anew does it see that the rows on screen differ.
    virtualizer.getTotalSize();
    for (const row of list.current?.children ?? []) virtualizer.measureElement(row as HTMLTableRowElement);
  }, [isWide, virtualizer]);

  const moveTo = (index: number) => {
    const row = rows[index];
    if (!row) return;
    wantsFocus.current = true;
    setActiveId(row.id);
    virtualizer.scrollToIndex(index, { align: "auto" });
  };
  // The row may only come into the document with this render, or a later one after scrolling.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const node = list.current?.querySelector<HTMLElement>("[data-active]");
    if (!node) return;
    wantsFocus.current = false;
    node.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[activeIndex];
    const command = isForPage(event.nativeEvent) ? gridCommand(event.key) : null;
    if (!row || command === null) return;
    event.preventDefault();
    if (command === "open") router.push(`/samples/${row.id}`);
    else if (command === "select") onSelect(row.id, !selection[row.id], event.shiftKey);
    else if (command === "delete") {
      const neighbour = rows[activeIndex + 1] ?? rows[activeIndex - 1];
      wantsFocus.current = true;
      setActiveId(neighbour?.id ?? null);
      onDelete(row);
    } else if (command === "preview") {
      const track = trackOf(row);
      if (track) audioPlayer().toggle(track);
    } else {
      const next = indexAfter(command, activeIndex, rows.length);
      if (event.shiftKey && rows[next]) onSelect(rows[next].id, true, false);
      moveTo(next);
    }
  };

  return (
    <tbody ref={list} className="relative block" style={{ height: virtualizer.getTotalSize() }} onKeyDown={onKeyDown}>
      {virtualizer.getVirtualItems().map((virtual) => {
        const row = rows[virtual.index];
        if (!row) return null;
        const isActive = virtual.index === activeIndex;
        return (
          <tr
            key={virtual.key}
            ref={virtualizer.measureElement}
            data-index={virtual.index}
            data-active={isActive || undefined}
            aria-rowindex={virtual.index + 2}
            aria-selected={selection[row.id] ?? false}
            tabIndex={isActive ? 0 : -1}
            onFocus={() => setActiveId(row.id)}
            // Shift + click selects rows here, not their text.
            onMouseDown={(event) => event.shiftKey && event.preventDefault()}
            className={cn(
              "absolute inset-x-0 top-0 flex flex-wrap items-center gap-x-3 border-b px-3 py-3 md:h-12 md:py-0",
              "-outline-offset-2 transition-colors hover:bg-muted aria-selected:bg-primary/10",
              ROW_GRID,
            )}
            style={{ transform: `translateY(${virtual.start - scrollMargin}px)` }}
          >
            <LibraryRow
              row={row}
              isSelected={selection[row.id] ?? false}
              isActive={isActive}
              nowMs={nowMs}
              onSelect={onSelect}
            />
          </tr>
        );
      })}
    </tbody>
  );
}

/** How far down the page the list begins, and whether its rows are rows or cards. */
function useListGeometry(list: React.RefObject<HTMLElement | null>) {
  const [geometry, setGeometry] = useState({ scrollMargin: 0, isWide: true });
  useLayoutEffect(() => {
    const wide = window.matchMedia("(min-width: 48rem)");
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const next = { scrollMargin: Math.round(top + window.scrollY), isWide: wide.matches };
      setGeometry((old) => (old.scrollMargin === next.scrollMargin && old.isWide === next.isWide ? old : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return geometry;
}
