import { useCallback, useState } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useReducedMotion } from "@/components/ui/use-reduced-motion";

const STORED = "visualizer_calm";

/** Whether nothing flashes or moves fast: as somebody has chosen, else as their system asks for reduced motion. */
export function useCalm(): { isCalm: boolean; toggle: () => void } {
  const isReduced = useReducedMotion();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const stored = useHydrated() ? readChoice() : null;
  const isCalm = chosen ?? stored ?? isReduced;
  const toggle = useCallback(() => {
    setChosen(!isCalm);
    try {
      localStorage.setItem(STORED, isCalm ? "0" : "1");
    } catch {
      // It counts until the page is left.
    }
  }, [isCalm]);
  return { isCalm, toggle };
}

function readChoice(): boolean | null {
  try {
    const stored = localStorage.getItem(STORED);
    return stored === null ? null : stored === "1";
  } catch {
    return null;
  }
}
