"use client";

import { useSyncExternalStore } from "react";
import { Scope } from "@/components/ui/scope";

const STEP_MS = 30_000;

function subscribe(listener: () => void): () => void {
  const scope = new Scope();
  scope.interval(listener, STEP_MS);
  return scope.dispose;
}

/** The time in steps of half a minute, so that `3 min ago` keeps up with it. */
export function useNow(): number {
  return useSyncExternalStore(
    subscribe,
    () => Math.ceil(Date.now() / STEP_MS) * STEP_MS,
    () => 0,
  );
}
