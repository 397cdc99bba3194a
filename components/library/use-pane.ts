"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Scope } from "@/components/ui/scope";
import {
  canvasPx,
  type Geometry,
  type LineRange,
  linesDrawn,
  linesSeen,
  listPxAt,
  scrollTopAt,
  scrollTopFor,
} from "./window-geometry";

/** Lines that are drawn above and below those seen. */
const AROUND = 8;
/** What the server draws, which does not know the height of the window. */
const FIRST_VIEW_PX = 700;
const PACE_FORGOTTEN_MS = 500;
/** Above so many lines a second nobody reads more than a glimpse. */
const FLYING_PACE = 1500;
const LANDED_MS = 120;

export interface PaneOptions {
  pane: RefObject<HTMLElement | null>;
  lines: number;
  linePx: number;
  /** The height of what stays at the top of the pane. */
  headPx: number;
  /** Called when other lines are seen. The pace is in lines a second, negative upwards. */
  onSight: (seen: LineRange, pace: number) => void;
}

interface Drawn {
  range: LineRange;
  /** Where the pane was when they were drawn; matters only for lists that scroll faster than their bar. */
  scrollTop: number;
  /** Added to a line it gives the key of its element, which another line may have had before. */
  keyShift: number;
}

const NONE: Drawn = { range: { first: 0, end: 0 }, scrollTop: 0, keyShift: 0 };

/** The lines of a pane to draw, and how to scroll in it. */
export function usePane({ pane, lines, linePx, headPx, onSight }: PaneOptions) {
  const [viewPx, setViewPx] = useState(FIRST_VIEW_PX);
  const geometry: Geometry = { lines, linePx, viewPx };
  const latest = useRef({ geometry, onSight });
  useLayoutEffect(() => {
    latest.current = { geometry, onSight };
  });
  const [drawn, setDrawn] = useState<Drawn>(NONE);
  const [isFlying, setFlying] = useState(false);
  const shown = fitting(drawn, geometry);
  const isPaced = canvasPx(geometry) < lines * linePx;

  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    const measure = () => setViewPx(Math.max(1, element.clientHeight - headPx));
    measure();
    const scope = new Scope();
    scope.own(new ResizeObserver(measure)).observe(element);
    return scope.dispose;
  }, [pane, headPx]);

  const look = useCallback(
    (pace: number) => {
      const scrollTop = pane.current?.scrollTop ?? 0;
      const { geometry: now, onSight: tell } = latest.current;
      setDrawn((old) => moved(old, now, scrollTop));
      setFlying(Math.abs(pace) > FLYING_PACE);
      tell(linesSeen(now, scrollTop), pace);
    },
    [pane],
  );
  // Another list, another height or another view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are why it looks again.
  useLayoutEffect(() => look(0), [look, lines, linePx, viewPx]);

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const scope = new Scope();
    let [lastTop, lastMs] = [element.scrollTop, 0];
    let landing: ReturnType<typeof setTimeout> | undefined;
    scope.add(() => clearTimeout(landing));
    const onScroll = () => {
      const [top, ms] = [element.scrollTop, performance.now()];
      const isFresh = ms - lastMs < PACE_FORGOTTEN_MS;
      const { geometry: now } = latest.current;
      const moved = listPxAt(now, top) - listPxAt(now, lastTop);
      const pace = isFresh ? (moved / now.linePx / Math.max(1, ms - lastMs)) * 1000 : Math.sign(moved);
      [lastTop, lastMs] = [top, ms];
      // In this frame, so that nothing that was drawn before is seen in the next.
      flushSync(() => look(pace));
      clearTimeout(landing);
      landing = setTimeout(() => setFlying(false), LANDED_MS);
    };
    scope.listen(element, "scroll", onScroll, { passive: true });
    return scope.dispose;
  }, [pane, look]);

  const scrollTo = useCallback(
    (listPx: number) => {
      if (pane.current) pane.current.scrollTop = scrollTopAt(latest.current.geometry, listPx);
    },
    [pane],
  );
  /** Scrolls as little as shows this line. */
  const reveal = useCallback(
    (line: number) => {
      const element = pane.current;
      if (element) element.scrollTop = scrollTopFor(latest.current.geometry, line, element.scrollTop);
    },
    [pane],
  );
  /** The first line that is wholly seen, and its distance from the top of the view. */
  const topLine = useCallback(() => {
    const { geometry: now } = latest.current;
    const above = listPxAt(now, pane.current?.scrollTop ?? 0);
    const line = Math.ceil(above / now.linePx - 0.01);
    return { line, offsetPx: line * now.linePx - above, isAtTop: above < 1 };
  }, [pane]);

  const layerPx = (shown.range.end - shown.range.first) * linePx;
  const topPx = shown.range.first * linePx - (isPaced ? listPxAt(geometry, shown.scrollTop) - shown.scrollTop : 0);
  const hiddenPx = Math.max(0, layerPx - viewPx);
  return {
    ...{ range: shown.range, keyShift: shown.keyShift, isFlying, scrollTo, reveal, topLine },
    linesInView: Math.max(1, Math.floor(viewPx / linePx)),
    canvasStyle: { height: canvasPx(geometry) },
    /**
     * The layer scrolls with the pane as far as it has lines. Beyond, it sticks to the view until it is drawn anew: a
     * scroll that is faster than the drawing shows lines of a moment ago, and never an empty pane.
     */
    layerStyle: { marginTop: Math.max(0, topPx), height: layerPx, top: headPx - hiddenPx, bottom: -hiddenPx },
  };
}

/** Lines that are not there any more are not drawn, and before anything is measured the first are. */
function fitting(drawn: Drawn, geometry: Geometry): Drawn {
  const { first, end } = drawn.range;
  if (end > first && end <= geometry.lines) return drawn;
  return { ...drawn, range: linesDrawn(geometry, drawn.scrollTop, AROUND, { first: 0, end: 0 }) };
}

/**
 * What to draw after a scroll. Where most lines are new, the elements of the old ones are used again: changing them is
 * several times faster than making others.
 */
function moved(old: Drawn, geometry: Geometry, scrollTop: number): Drawn {
  const range = linesDrawn(geometry, scrollTop, AROUND, old.range);
  const isPaced = canvasPx(geometry) < geometry.lines * geometry.linePx;
  if (range === old.range) return isPaced && scrollTop !== old.scrollTop ? { ...old, scrollTop } : old;
  const kept = Math.min(range.end, old.range.end) - Math.max(range.first, old.range.first);
  const isFar = kept < (range.end - range.first) / 2;
  const keyShift = isFar ? old.keyShift + old.range.first - range.first : old.keyShift;
  return { range, scrollTop, keyShift };
}
