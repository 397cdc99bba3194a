"use client";

import { useSyncExternalStore } from "react";

const MINUTE_MS = 60_000;

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE_MS / 2);
  return () => clearInterval(timer);
}

/** The time, cut to the half minute: `3 min ago` grows older without being asked. */
export function useNow(): number {
  return useSyncExternalStore(
    subscribe,
    () => Math.ceil(Date.now() / (MINUTE_MS / 2)) * (MINUTE_MS / 2),
    () => 0,
  );
}
