"use client";

import { useSyncExternalStore } from "react";
import { isStillNow, watchMotion } from "./document-look";

/** Whether the person has asked for less motion, here or on their device. False on the server. */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(watchMotion, isStillNow, () => false);
}
