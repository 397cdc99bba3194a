"use client";

import { type RefObject, useEffect } from "react";

/** Ctrl + wheel and the trackpad's pinch zoom the timeline, not the page. */
export function useWheelZoom(scroller: RefObject<HTMLElement | null>, onZoomStep: (direction: 1 | -1) => void): void {
  useEffect(() => {
    const node = scroller.current;
    if (!node) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      onZoomStep(event.deltaY < 0 ? 1 : -1);
    };
    node.addEventListener("wheel", onWheel, { passive: false });
    return () => node.removeEventListener("wheel", onWheel);
  }, [scroller, onZoomStep]);
}
