"use client";

import { useEffect, useRef } from "react";

const WAIT_MS = 500;

/** Calls `run` a moment later, once for all calls until then: changes often come many at a time. */
export function useSoon(run: () => void): () => void {
  const latest = useRef(run);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), WAIT_MS);
  };
}
