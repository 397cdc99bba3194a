"use client";

import { animate, useReducedMotion } from "framer-motion";
import { useEffect, useRef } from "react";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import { formatTimeSpan } from "@/lib/format/time";

const FORMATS = {
  count: (value: number) => formatCount(Math.round(value)),
  bytes: formatBytes,
  timeSpan: formatTimeSpan,
} as const;

export interface CountingNumberProps {
  value: number;
  /** Bytes for `bytes`, seconds for `timeSpan`. */
  format: keyof typeof FORMATS;
}

/** A number that counts up or down to its new value when it changes on screen. */
export function CountingNumber({ value, format }: CountingNumberProps) {
  const text = useRef<HTMLSpanElement>(null);
  const shown = useRef(value);
  const isStill = useReducedMotion() === true;

  useEffect(() => {
    const write = (next: number) => {
      shown.current = next;
      if (text.current) text.current.textContent = FORMATS[format](next);
    };
    if (isStill || shown.current === value) return write(value);
    const running = animate(shown.current, value, { duration: 0.6, ease: [0.22, 1, 0.36, 1], onUpdate: write });
    return () => running.stop();
  }, [value, format, isStill]);

  return <span ref={text}>{FORMATS[format](value)}</span>;
}
