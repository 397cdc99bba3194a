"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useOverlaySwitch } from "./overlay-switch";

/**
 * The page. While the overlay is open nobody gets to it, and nothing of it moves: afterwards the focus and the scroll
 * are where they were.
 */
export function BelowOverlay({ children }: { children: ReactNode }) {
  const { isOpen } = useOverlaySwitch();
  const below = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const page = below.current;
    if (!isOpen || !page) return;
    const focused = document.activeElement;
    const { style } = document.documentElement;
    const [left, top] = [window.scrollX, window.scrollY];
    // Where a scroll bar goes, what was beside it would become wider.
    if (window.innerWidth > document.documentElement.clientWidth) style.scrollbarGutter = "stable";
    style.overflow = "hidden";
    page.inert = true;
    return () => {
      page.inert = false;
      style.overflow = "";
      style.scrollbarGutter = "";
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
      window.scrollTo({ left, top, behavior: "instant" });
    };
  }, [isOpen]);
  return (
    <div ref={below} className="contents">
      {children}
    </div>
  );
}
