"use client";

import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

/** Neighbouring tooltips share one delay: after the first, the next one opens at once. */
export const TooltipProvider = BaseTooltip.Provider;

export interface TooltipProps {
  /** Only a hint: everything in it must also be said somewhere else. */
  content: ReactNode;
  /** One element that can be focused. */
  children: ReactElement;
  side?: "top" | "right" | "bottom" | "left";
}

export function Tooltip({ content, children, side = "top" }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={7} className="z-60">
          <BaseTooltip.Popup className="glass-strong max-w-64 rounded-sm px-2.5 py-1 text-foreground text-xs transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {content}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
