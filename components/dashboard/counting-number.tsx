"use client";

import { useEffect, useRef } from "react";
import { useText } from "#text";
import { Scope } from "@/components/ui/scope";
import { useReducedMotion } from "@/components/ui/use-reduced-motion";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import { formatTimeSpan } from "@/lib/format/time";
import type { Text } from "@/lib/language/text";

const FORMATS = {
  count: (value: number, t: Text) => formatCount(Math.round(value), t),
  bytes: formatBytes,
  timeSpan: formatTimeSpan,
} as const;

/** The library comes with the first number that changes: most visits see none do so. */
const motion = () => import("framer-motion");
const DURATION_SECONDS = 0.6;
/** Slows down towards the end. */
const EASE = [0.22, 1, 0.36, 1] as const;

export interface CountingNumberProps {
  value: number;
  /** Bytes for `bytes`, seconds for `timeSpan`. */
  format: keyof typeof FORMATS;
}

/** A number that counts up or down to its new value when it changes on screen. */
export function CountingNumber({ value, format }: CountingNumberProps) {
  const t = useText();
  const text = useRef<HTMLSpanElement>(null);
  const shown = useRef(value);
  const isStill = useReducedMotion();

  useEffect(() => {
    const write = (next: number) => {
      shown.current = next;
      if (text.current) text.current.textContent = FORMATS[format](next, t);
    };
    if (isStill || shown.current === value) return write(value);
    const scope = new Scope();
    motion()
      .then(({ animate }) => {
        const running = animate(shown.current, value, { duration: DURATION_SECONDS, ease: EASE, onUpdate: write });
        scope.add(() => running.stop());
      })
      .catch(() => write(value));
    return scope.dispose;
  }, [value, format, isStill, t]);

  return <span ref={text}>{FORMATS[format](value, t)}</span>;
}
