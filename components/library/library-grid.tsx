"use client";

import type { VirtualItem } from "@tanstack/react-virtual";
import { type Ref, useCallback, useContext, useEffect, useRef } from "react";
import { cn } from "@/lib/cn";
import type { SampleRow } from "@/lib/samples/schema";
import { LibraryControlContext, LibraryRow, type LibraryRowProps } from "./library-row";
import { ROW_GRID } from "./row-layout";
import { useActiveRow } from "./use-active-row";
import { useGridKeys } from "./use-grid-keys";
import { useNow } from "./use-now";
import { useVirtualRows } from "./use-virtual-rows";

export interface LibraryGridProps {
  rows: readonly SampleRow[];
  selection: Readonly<Record<string, boolean>>;
  onSelect: (id: string, isSelected: boolean, isRange: boolean) => void;
  onDelete: (row: SampleRow) => void;
}

/** The rows on screen. The keyboard reaches all the others as well. */
export function LibraryGrid({ rows, selection, onSelect, onDelete }: LibraryGridProps) {
  const list = useRef<HTMLTableSectionElement>(null);
  const nowMs = useNow();
  const { virtualizer, scrollMargin } = useVirtualRows(rows, list);
  const active = useActiveRow(rows, list);
  const scrollTo = (index: number) => virtualizer.scrollToIndex(index, { align: "auto" });
  const { toggleFavourite, onlyFavourites } = useContext(LibraryControlContext);
  /** A row that leaves the list takes the focus with it, so its neighbour gets the focus first. */
  const focusNeighbourOf = ({ id }: SampleRow) => {
    const index = rows.findIndex((row) => row.id === id);
    active.focus((rows[index + 1] ?? rows[index - 1])?.id ?? null);
  };
  const star = (row: SampleRow) => {
    if (onlyFavourites) focusNeighbourOf(row);
    toggleFavourite(row);
  };
  const onStar = useStable(star);
  const remove = (row: SampleRow) => {
    focusNeighbourOf(row);
    onDelete(row);
  };
  const onKeyDown = useGridKeys({ rows, active, scrollTo, selection, onSelect, onStar, onDelete: remove });
  return (
    <tbody ref={list} className="relative block" style={{ height: virtualizer.getTotalSize() }} onKeyDown={onKeyDown}>
      {virtualizer.getVirtualItems().map((item) => {
        const row = rows[item.index];
        if (!row) return null;
        return (
          <GridRow
            key={item.key}
            ref={virtualizer.measureElement}
            item={item}
            top={item.start - scrollMargin}
            row={row}
            isSelected={selection[row.id] ?? false}
            isActive={item.index === active.index}
            nowMs={nowMs}
            onSelect={onSelect}
            onStar={onStar}
            onFocus={active.setId}
          />
        );
      })}
    </tbody>
  );
}

/** The same function in every render, so that rows which did not change are not drawn again. */
function useStable<Input>(run: (input: Input) => void): (input: Input) => void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  return useCallback((input) => latest.current(input), []);
}

interface GridRowProps extends LibraryRowProps {
  ref: Ref<HTMLTableRowElement>;
  item: VirtualItem;
  /** Pixels from the top of the list. */
  top: number;
  onFocus: (id: string) => void;
}

function GridRow({ ref, item, top, onFocus, ...cells }: GridRowProps) {
  const { row, isSelected, isActive } = cells;
  return (
    <tr
      ref={ref}
      data-index={item.index}
      data-active={isActive || undefined}
      // The header is row 1.
      aria-rowindex={item.index + 2}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => onFocus(row.id)}
      // Otherwise Shift + click would select text as well.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      className={cn(
        "absolute inset-x-0 top-0 flex flex-wrap items-center gap-x-3 border-b px-3 py-3 md:h-12 md:py-0",
        "-outline-offset-2 transition-colors hover:bg-muted aria-selected:bg-primary/10",
        ROW_GRID,
      )}
      style={{ transform: `translateY(${top}px)` }}
    >
      <LibraryRow {...cells} />
    </tr>
  );
}
