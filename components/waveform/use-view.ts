"use client";

import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { Scope } from "@/components/ui/scope";
import { TimeView, type View } from "./time-view";

/** The view of one recording. It begins with all of it. */
export function useTimeView(durationSeconds: number, sampleRateHz: number): TimeView {
  const make = () => ({ durationSeconds, sampleRateHz, view: new TimeView(durationSeconds, sampleRateHz) });
  const [made, setMade] = useState(make);
  if (made.durationSeconds === durationSeconds && made.sampleRateHz === sampleRateHz) return made.view;
  const next = make();
  setMade(next);
  return next.view;
}

/** What is in view now. Renders again when it changes, once a frame at most. */
export function useView(view: TimeView): View {
  return useSyncExternalStore(view.subscribe, view.snapshot, view.snapshot);
}

/** Tells the view how wide its box is. */
export function useViewWidth(view: TimeView, box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const scope = new Scope();
    const measure = () => view.setWidth(node.clientWidth);
    measure();
    scope.own(new ResizeObserver(measure)).observe(node);
    return scope.dispose;
  }, [view, box]);
}
