"use client";

import { type RefObject, useEffect } from "react";
import { Scope } from "@/components/ui/scope";

/** Makes Ctrl + wheel and pinching on a trackpad zoom the timeline instead of the page. */
export function useWheelZoom(scroller: RefObject<HTMLElement | null>, onZoomStep: (direction: 1 | -1) => void): void {
  useEffect(() => {
    const node = scroller.current;
    if (!node) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      onZoomStep(event.deltaY < 0 ? 1 : -1);
    };
    const scope = new Scope();
    scope.listen(node, "wheel", onWheel, { passive: false });
    return scope.dispose;
  }, [scroller, onZoomStep]);
}
