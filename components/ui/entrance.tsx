"use client";

import { type CSSProperties, type ReactNode, useState } from "react";
import { cn } from "@/lib/cn";
import { useHydrated } from "./use-hydrated";

export interface EntranceProps {
  children: ReactNode;
  /** Sections with a higher order appear later. */
  order?: number;
  className?: string;
}

const STEP_MS = 50;

/**
 * Fades a section in after a navigation. What the server rendered is never hidden: it can be read before any script
 * has run, and does not move when the scripts start.
 */
export function Entrance({ children, order = 0, className }: EntranceProps) {
  const isHydrated = useHydrated();
  const [fadesIn] = useState(isHydrated);
  return (
    <div
      className={cn(fadesIn && "animate-entrance", className)}
      style={{ "--entrance-delay": `${order * STEP_MS}ms` } as CSSProperties}
    >
      {children}
    </div>
  );
}
