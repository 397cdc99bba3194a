"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { playShifts } from "./shifts";
import { useReducedMotion } from "./use-reduced-motion";

interface Place {
  left: number;
  top: number;
  /** Where it is another one, the window has changed, and nothing was moved. */
  width: number;
}

/**
 * Rows that have changed places slide from the old one to the new one. `order` changes when they may have. They are the
 * children of the list, side by side or below each other, each with its id in `data-row`.
 */
export function useSlidingRows(list: RefObject<HTMLElement | null>, order: string): void {
  const places = useRef<ReadonlyMap<string, Place>>(new Map());
  const isStill = useReducedMotion();
  useLayoutEffect(() => {
    const before = places.current;
    const rows = rowsOf(list.current);
    places.current = new Map(rows.map(([id, row]) => [id, placeOf(row)]));
    if (isStill || order === "") return;
    const shifts = rows.flatMap(([id, element]) => {
      const [from, to] = [before.get(id), placeOf(element)];
      if (from?.width !== to.width) return [];
      const [x, y] = [from.left - to.left, from.top - to.top];
      return (x !== 0 || y !== 0) && isOnScreen(element, y) ? [{ element, x, y, scale: 1 }] : [];
    });
    return shifts.length > 0 ? playShifts(shifts) : undefined;
  }, [list, order, isStill]);
}

const rowsOf = (list: HTMLElement | null): [string, HTMLElement][] =>
  Array.from(list?.querySelectorAll<HTMLElement>(":scope > [data-row]") ?? [], (row) => [row.dataset.row ?? "", row]);

const placeOf = (row: HTMLElement): Place => ({ left: row.offsetLeft, top: row.offsetTop, width: row.offsetWidth });

/** Whether somebody sees it go, or come. */
function isOnScreen(row: HTMLElement, y: number): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  return Math.max(bottom, bottom + y) > 0 && Math.min(top, top + y) < innerHeight;
}
