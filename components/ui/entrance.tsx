"use client";

import * as m from "framer-motion/m";
import type { ReactNode } from "react";
import { useHydrated } from "./use-hydrated";

export interface EntranceProps {
  children: ReactNode;
  /** Sections with a higher order appear later. */
  order?: number;
  className?: string;
}

/**
 * Fades a section in after a navigation. What the server rendered is never hidden: it can be read before any script
 * has run, and does not move when the scripts start.
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
