"use client";

import * as m from "framer-motion/m";
import type { ReactNode } from "react";
import { useHydrated } from "./use-hydrated";

export interface EntranceProps {
  children: ReactNode;
  /** Place in a row of sections that come in one after another. */
  order?: number;
  className?: string;
}

/**
 * Brings a section in softly after a navigation. What the server sent is never hidden first: it is
 * readable before any script has run, and stays put when the script takes over.
 */
export function Entrance({ children, order = 0, className }: EntranceProps) {
  const isBrowserRender = useHydrated();
  return (
    <m.div
      className={className}
      initial={isBrowserRender ? { opacity: 0, y: 8 } : false}
      animate={{ opacity: 1, y: 0 }}
      transition={{ duration: 0.32, delay: order * 0.05, ease: [0.22, 1, 0.36, 1] }}
    >
      {children}
    </m.div>
  );
}
