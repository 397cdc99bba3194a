"use client";

import { useState } from "react";
import { rememberHiddenLayersAction } from "@/lib/samples/actions";
import type { Layer } from "@/lib/samples/timeline-layers";

/** The last choice of this visit: a page kept from before it was made must not undo it. */
let chosen: readonly Layer[] | null = null;

/** Which layers are switched off, remembered from page to page and from visit to visit. */
export function useLayers(remembered: readonly Layer[]) {
  const [hidden, setHidden] = useState<readonly Layer[]>(() => chosen ?? remembered);
  const toggle = (layer: Layer, isShown: boolean) => {
    const next = isShown ? hidden.filter((other) => other !== layer) : [...hidden, layer];
    chosen = next;
    setHidden(next);
    // Where it cannot be remembered, the choice holds for this visit.
    rememberHiddenLayersAction({ hidden: [...next] }).catch(() => {});
  };
  return { isShown: (layer: Layer) => !hidden.includes(layer), toggle };
}
