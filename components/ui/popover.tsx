"use client";

import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "@/lib/cn";

export interface PopoverProps {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
  side?: ComponentProps<typeof BasePopover.Positioner>["side"];
  className?: string;
  children: ReactNode;
}

/** Controls beside a button, over the page. Escape and a click elsewhere close it. */
export function Popover({ title, isOpen, onOpenChange, trigger, side = "bottom", className, children }: PopoverProps) {
  return (
    <BasePopover.Root open={isOpen} onOpenChange={onOpenChange}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner
          side={side}
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 outline-none"
        >
          <BasePopover.Popup
            className={cn(
              "glass-strong max-h-(--available-height) w-[min(22rem,calc(100vw-1.5rem))] origin-(--transform-origin) overflow-y-auto rounded-lg p-4 outline-none",
              "transition-[opacity,scale] duration-100 ease-out-quint data-ending-style:scale-97 data-starting-style:scale-97",
              "data-ending-style:opacity-0 data-starting-style:opacity-0",
              className,
            )}
          >
            <BasePopover.Title className="font-medium">{title}</BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
