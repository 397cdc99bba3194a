"use client";

import type { KeyHandlers } from "@/components/keys/key-handlers";
import { useKeys } from "@/components/keys/use-keys";
import { GRID_ACTIONS, GRID_MOVES, type GridAction, type GridMove, type GridSize, indexAfter } from "./grid-keys";

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
export function useListKeys({ grid, areCards, index, size, onMove, onAction }: ListKeysOptions): void {
  const move = (to: GridMove) => (event: KeyboardEvent) => {
    if (size.count === 0) return false;
    // The cursor was in a control of the row that it leaves, or nowhere.
    if (document.activeElement !== grid.current) grid.current?.focus({ preventScroll: true });
    onMove(indexAfter(to, index, size), { isSelecting: event.shiftKey, isRepeated: event.repeat });
  };
  const act = (action: GridAction) => (event: KeyboardEvent) => size.count > 0 && onAction(action, event.shiftKey);
  const handlers: KeyHandlers = {};
  for (const to of GRID_MOVES) {
    if (to !== "left" && to !== "right") handlers[`library.${to}`] = move(to);
    // Cards stand beside each other as well.
    else if (areCards) handlers[`cards.${to}`] = move(to);
  }
  for (const action of GRID_ACTIONS) handlers[`library.${action}`] = act(action);
  useKeys(handlers);
}
