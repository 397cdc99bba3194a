"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { Scope } from "@/components/ui/scope";

export interface ListGeometry {
  /** Pixels from the top of the page to the list. */
  scrollMargin: number;
  /** Whether samples are shown as rows; otherwise they are cards. */
  isWide: boolean;
}

/** Where the list starts and how its samples are shown, measured again whenever the page changes its size. */
export function useListGeometry(list: RefObject<HTMLElement | null>): ListGeometry {
  const [geometry, setGeometry] = useState<ListGeometry>({ scrollMargin: 0, isWide: true });
  useLayoutEffect(() => {
    const wide = window.matchMedia("(min-width: 48rem)");
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const next = { scrollMargin: Math.round(top + window.scrollY), isWide: wide.matches };
      setGeometry((old) => (old.scrollMargin === next.scrollMargin && old.isWide === next.isWide ? old : next));
    };
    measure();
    const scope = new Scope();
    scope.own(new ResizeObserver(measure)).observe(document.body);
    return scope.dispose;
  }, [list]);
  return geometry;
}
