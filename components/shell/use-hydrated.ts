"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and while its HTML is taken over; true in everything the browser renders by itself. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
