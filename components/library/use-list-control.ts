"use client";

import { type MouseEvent, type PointerEvent, useRef } from "react";
import type { LibraryRow } from "@/lib/library/schema";
import type { GridAction } from "./grid-keys";
import type { LibraryWindow } from "./library-window";
import { countSelected } from "./selection";
import type { Cursor } from "./use-cursor";
import { useListKeys } from "./use-list-keys";
import type { Preview } from "./use-preview";
import type { RowActions } from "./use-row-actions";
import type { SelectionControl } from "./use-selection";

export interface ListControlOptions {
  list: LibraryWindow;
  grid: { readonly current: HTMLElement | null };
  cursor: Cursor;
  move: (index: number) => void;
  reveal: (line: number) => void;
  perLine: number;
  linesInView: number;
  areCards: boolean;
  selection: SelectionControl;
  actions: RowActions;
  preview: Preview;
  /** Deletes a row, with all that are selected if it is one of them. */
  onDelete: (row: LibraryRow) => void;
  onTag: (tag: string, isExcluded: boolean) => void;
}

/** What keys, clicks and the pointer do in the list. */
export function useListControl(options: ListControlOptions) {
  const { list, grid, cursor, move, reveal, perLine, linesInView, areCards } = options;
  const { selection, actions, preview, onDelete, onTag } = options;
  const act = (action: GridAction, isShifted: boolean): boolean => {
    if (action === "select_all") selection.selectAll();
    else if (action === "clear") {
      if (countSelected(selection.selected, list.total) === 0) return false;
      selection.clear();
    } else return actOn(action, isShifted);
    return true;
  };
  const actOn = (action: GridAction, isShifted: boolean): boolean => {
    if (action === "select") {
      if (isShifted) selection.selectTo(cursor.index, cursor.index);
      else selection.toggle(cursor.index);
      return true;
    }
    const row = list.rowAt(cursor.index);
    if (!row) return false;
    if (action === "play") actions.toggle(row);
    else if (action === "open") actions.open(row);
    else if (action === "similar") actions.similar(row);
    else if (action === "favourite") actions.star(row);
    else if (action === "back") actions.seek(row, -1);
    else if (action === "forward") actions.seek(row, 1);
    else if (action === "delete") onDelete(row);
    return true;
  };
  /** Whether the cursor has been shown: the first arrow leads to where it is, not beyond. */
  const isShown = useRef(false);
  useListKeys({
    grid,
    areCards,
    index: cursor.index,
    size: { count: list.total, perLine, linesInView },
    onMove: (target, { isSelecting, isRepeated }) => {
      const isFirst = !isShown.current && Math.abs(target - cursor.index) <= perLine;
      isShown.current = true;
      const index = isFirst && !isSelecting ? cursor.index : target;
      if (isSelecting) selection.selectTo(index, cursor.index);
      else selection.begin(index);
      reveal(Math.floor(index / perLine));
      move(index);
      preview.reached(index, isRepeated);
    },
    onAction: act,
  });

  const indexAt = (target: EventTarget | null): number | null => {
    const item = target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;
    return item ? Number(item.dataset.index) : null;
  };
  const onClick = (event: MouseEvent) => {
    const index = indexAt(event.target);
    const row = index === null ? undefined : list.rowAt(index);
    if (index === null || !row) return;
    const part = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-act]") : null;
    // Another tab or window is the browser's business.
    if (part?.dataset.act === "open" && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    isShown.current = true;
    if (part?.dataset.act === "open") {
      move(index);
      actions.open(row);
      return;
    }
    if (part?.dataset.act !== "select" && event.shiftKey) selection.selectTo(index, cursor.index);
    else if (part) press(part, { index, row, event });
    else if (event.ctrlKey || event.metaKey) selection.toggle(index);
    else {
      selection.begin(index);
      preview.reached(index, false);
    }
    move(index);
    // By keyboard the focus stays in the control that was pressed.
    if (event.detail > 0) grid.current?.focus({ preventScroll: true });
  };
  interface Press {
    index: number;
    row: LibraryRow;
    event: MouseEvent;
  }
  const press = (part: HTMLElement, { index, row, event }: Press) => {
    switch (part.dataset.act) {
      case "select":
        return event.shiftKey ? selection.selectTo(index, cursor.index) : selection.toggle(index);
      case "play":
        return actions.toggle(row);
      case "star":
        return actions.star(row);
      case "tag":
        return onTag(part.dataset.tag ?? "", event.altKey);
      case "wave": {
        const { left, width } = part.getBoundingClientRect();
        return actions.playFrom(row, (event.clientX - left) / Math.max(1, width));
      }
    }
  };
  return {
    onClick,
    // Otherwise Shift + click would select text as well.
    onMouseDown: (event: MouseEvent) => event.shiftKey && event.preventDefault(),
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType === "mouse") preview.pointedAt(indexAt(event.target));
    },
    onPointerLeave: () => preview.pointedAt(null),
  };
}
