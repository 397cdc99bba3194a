"use client";

import { useSyncExternalStore } from "react";
import { type PaintedTheme, themeNow, watchTheme } from "./document-look";

/** For what is painted and not styled. Undefined on the server, which does not know the device. */
export function useTheme(): PaintedTheme | undefined {
  return useSyncExternalStore(watchTheme, themeNow, () => undefined);
}
