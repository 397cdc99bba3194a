"use client";

import { useEffect, useRef } from "react";
import { Scope } from "@/components/ui/scope";
import { useReducedMotion } from "@/components/ui/use-reduced-motion";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import { formatTimeSpan } from "@/lib/format/time";

const FORMATS = {
  count: (value: number) => formatCount(Math.round(value)),
  bytes: formatBytes,
  timeSpan: formatTimeSpan,
} as const;

const DURATION_MS = 600;
const slowingDown = (part: number) => 1 - (1 - part) ** 4;

export interface CountingNumberProps {
  value: number;
  /** Bytes for `bytes`, seconds for `timeSpan`. */
  format: keyof typeof FORMATS;
}

/** A number that counts up or down to its new value when it changes on screen. */
export function CountingNumber({ value, format }: CountingNumberProps) {
  const text = useRef<HTMLSpanElement>(null);
  const shown = useRef(value);
  const isStill = useReducedMotion();

  useEffect(() => {
    const write = (next: number) => {
      shown.current = next;
      if (text.current) text.current.textContent = FORMATS[format](next);
    };
    if (isStill || shown.current === value) return write(value);
    const [from, startMs, scope] = [shown.current, performance.now(), new Scope()];
    scope.frames(() => {
      const part = Math.min(1, (performance.now() - startMs) / DURATION_MS);
      write(part === 1 ? value : from + (value - from) * slowingDown(part));
      if (part === 1) scope.dispose();
    });
    return scope.dispose;
  }, [value, format, isStill]);

  return <span ref={text}>{FORMATS[format](value)}</span>;
}
