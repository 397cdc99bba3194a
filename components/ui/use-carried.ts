"use client";

import { type RefObject, useLayoutEffect } from "react";
import { playShifts } from "./shifts";
import { useReducedMotion } from "./use-reduced-motion";

/** Whoever waits longer for a page no longer sees where something came from. */
const KEPT_MS = 2000;

let carried: { name: string; place: DOMRect; atMs: number } | null = null;

/** What stands here goes to a page that shows it, too: there `useCarried` lets it begin where it was. */
export function carry(name: string, element: Element | null | undefined): void {
  carried = element ? { name, place: element.getBoundingClientRect(), atMs: performance.now() } : null;
}

/** An element that was pressed on the page before comes from its place there. */
export function useCarried(name: string, here: RefObject<HTMLElement | null>): void {
  const isStill = useReducedMotion();
  useLayoutEffect(() => {
    const was = carried;
    const element = here.current;
    if (isStill || !element || was?.name !== name || performance.now() - was.atMs > KEPT_MS) return;
    carried = null;
    const [from, to] = [was.place, element.getBoundingClientRect()];
    if (to.width === 0) return;
    const x = from.x + from.width / 2 - to.x - to.width / 2;
    const y = from.y + from.height / 2 - to.y - to.height / 2;
    return playShifts([{ element, x, y, scale: from.width / to.width }]);
  }, [name, here, isStill]);
}
