"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { Scope } from "@/components/ui/scope";

/** The current width of an element's content box in CSS pixels; 0 until it is known. */
export function useElementWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const node = element.current;
    if (!node) return;
    const scope = new Scope();
    const measure = () => setWidth(node.clientWidth);
    measure();
    scope.own(new ResizeObserver(measure)).observe(node);
    return scope.dispose;
  }, [element]);
  return width;
}
