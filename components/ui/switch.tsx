"use client";

import { Switch as BaseSwitch } from "@base-ui/react/switch";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

export interface SwitchProps extends Omit<ComponentProps<typeof BaseSwitch.Root>, "className"> {
  className?: string;
}

/** For settings that take effect at once. Needs a name: put it inside a `<label>` or give it an `aria-label`. */
export function Switch({ className, ...props }: SwitchProps) {
  return (
    <BaseSwitch.Root
      className={cn(
        "relative inline-flex h-6 w-11 shrink-0 cursor-pointer items-center rounded-full border border-input bg-muted px-0.5 transition-colors",
        "before:absolute before:-inset-2 hover:border-foreground/60 data-checked:border-primary data-checked:bg-primary",
        "data-disabled:cursor-default data-disabled:opacity-50",
        className,
      )}
      {...props}
    >
      <BaseSwitch.Thumb className="size-4.5 rounded-full bg-foreground transition-transform duration-150 ease-out-quint data-checked:translate-x-5 data-checked:bg-primary-foreground motion-reduce:transition-none" />
    </BaseSwitch.Root>
  );
}
