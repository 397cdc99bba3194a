"use client";

import { useEffect, useRef } from "react";
import { isForPage } from "@/components/player/shortcuts";
import { Scope } from "@/components/ui/scope";
import { type GridAction, type GridMove, type GridSize, gridCommand, indexAfter, isMove } from "./grid-keys";

export interface ListKeysOptions {
  grid: { readonly current: HTMLElement | null };
  areCards: boolean;
  index: number;
  size: GridSize;
  onMove: (index: number, options: { isSelecting: boolean; isRepeated: boolean }) => void;
  /** Returns whether it did something; else the browser does what it does with the key. */
  onAction: (action: GridAction, isShifted: boolean) => boolean;
}

/** The list hears its keys wherever the focus is, unless something else there needs them. */
export function useListKeys(options: ListKeysOptions): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const scope = new Scope();
    scope.listen(window, "keydown", (event) => {
      const { grid, areCards, index, size, onMove, onAction } = latest.current;
      const command = isFree(event) ? gridCommand(event, areCards) : null;
      if (command === null || (size.count === 0 && command !== "help")) return;
      if (isMove(command)) {
        event.preventDefault();
        // The cursor was in a control of the row that it leaves, or nowhere.
        if (document.activeElement !== grid.current) grid.current?.focus({ preventScroll: true });
        onMove(target(command, index, size), { isSelecting: event.shiftKey, isRepeated: event.repeat });
      } else if (onAction(command, event.shiftKey)) event.preventDefault();
    });
    return scope.dispose;
  }, []);
}

const target = (move: GridMove, index: number, size: GridSize) => indexAfter(move, index, size);

/** Not what somebody types or presses elsewhere, nor what has been acted on. */
function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const { key, target: on } = event;
  return isForPage({ key, target: on, ctrlKey: false, metaKey: false, altKey: false });
}
