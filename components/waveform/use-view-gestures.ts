"use client";

import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import { Scope } from "@/components/ui/scope";
import type { TimeView } from "./time-view";
import { type GesturePointer, type GestureTarget, ViewGestures, wheel } from "./view-gestures";

/** Elements that seek while they are dragged, and those that are clicked themselves. */
export const RULER_ATTRIBUTE = { "data-ruler": "" };
export const BUTTON_ATTRIBUTE = { "data-clicked": "" };

/** What wheel, mouse and fingers do on the box of a view. Returns the listeners of its pointers. */
export function useViewGestures(box: RefObject<HTMLElement | null>, view: TimeView, target: GestureTarget) {
  const latest = useRef(target);
  useEffect(() => {
    latest.current = target;
  });
  const gestures = useMemo(() => new ViewGestures(view, forwarded(latest)), [view]);
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const scope = new Scope();
    const onWheel = (event: WheelEvent) => {
      if (wheel(view, event.clientX - node.getBoundingClientRect().left, event)) event.preventDefault();
    };
    // React's own listener could not keep the page from zooming.
    scope.listen(node, "wheel", onWheel, { passive: false });
    return scope.dispose;
  }, [box, view]);
  return useMemo(
    () => ({
      onPointerDown(event: PointerEvent) {
        if (event.button !== 0) return;
        const pointer = pointerOf(event);
        if (pointer.on !== "button") event.currentTarget.setPointerCapture(event.pointerId);
        gestures.down(pointer);
      },
      onPointerMove: (event: PointerEvent) => gestures.move(pointerOf(event)),
      onPointerUp: (event: PointerEvent) => gestures.up(pointerOf(event)),
      onPointerCancel: (event: PointerEvent) => gestures.cancel(event),
    }),
    [gestures],
  );
}

const forwarded = (latest: RefObject<GestureTarget>): GestureTarget => ({
  seek: (seconds) => latest.current.seek(seconds),
  select: (region) => latest.current.select(region),
  anchorSeconds: (nearSeconds) => latest.current.anchorSeconds(nearSeconds),
  snap: (seconds) => latest.current.snap(seconds),
});

function pointerOf(event: PointerEvent): GesturePointer {
  const { pointerId, pointerType, shiftKey, currentTarget, target } = event;
  const under = target instanceof Element ? target : currentTarget;
  const on = under.closest("[data-ruler]") ? "ruler" : under.closest("[data-clicked]") ? "button" : "picture";
  return { pointerId, pointerType, shiftKey, x: event.clientX - currentTarget.getBoundingClientRect().left, on };
}
