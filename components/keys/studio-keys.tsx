"use client";

import dynamic from "next/dynamic";
import { openKeySheet, useKeySheetOpen } from "./open-key-sheet";
import { useKeys } from "./use-keys";

const KeySheet = dynamic(() => import("./key-sheet").then((module) => module.KeySheet));

/** Stands once in the studio's frame: `?` opens the sheet of all keys on every page. */
export function StudioKeys() {
  useKeys({ help: openKeySheet });
  return useKeySheetOpen() ? <KeySheet /> : null;
}
