"use client";

import { cn } from "@/lib/cn";
import { useCanvasState } from "./shown-picture";

/**
 * Stands once in the studio's layout and has the canvas of all pictures: from one page to the next, and over any page, it
 * is the same WebGL context. Browsers have only a few of them, and take the oldest away.
 */
export function PictureCanvas() {
  const { Picture, shown } = useCanvasState();
  return (
    // Kept at its size while it is hidden: what has no size gets no frame, and would not be put away.
    <div aria-hidden data-picture className={cn("fixed inset-0 z-45 bg-background", shown === null && "invisible")}>
      {Picture ? <Picture shown={shown} /> : null}
    </div>
  );
}
