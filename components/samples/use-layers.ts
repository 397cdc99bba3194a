"use client";

import { useCallback, useState } from "react";
import { rememberHiddenLayersAction } from "@/lib/samples/actions";
import type { Layer } from "@/lib/samples/timeline-layers";

/** The last choice on this visit. It wins over a cached page that does not know it yet. */
let chosen: readonly Layer[] | null = null;

export interface LayerChoice {
  isShown: (layer: Layer) => boolean;
  toggle: (layer: Layer, isShown: boolean) => void;
}

/** Which layers are shown. The choice is remembered across pages and visits. */
export function useLayers(remembered: readonly Layer[]): LayerChoice {
  const [hidden, setHidden] = useState<readonly Layer[]>(() => chosen ?? remembered);
  const toggle = (layer: Layer, isShown: boolean) => {
    const next = isShown ? hidden.filter((other) => other !== layer) : [...hidden, layer];
    chosen = next;
    setHidden(next);
    // If this fails, the choice still holds for this visit.
    rememberHiddenLayersAction({ hidden: [...next] }).catch(() => {});
  };
  // The same function until the choice is another.
  const isShown = useCallback((layer: Layer) => !hidden.includes(layer), [hidden]);
  return { isShown, toggle };
}
