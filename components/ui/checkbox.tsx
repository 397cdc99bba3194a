"use client";

import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

export interface CheckboxProps extends Omit<ComponentProps<typeof BaseCheckbox.Root>, "className"> {
  className?: string;
}

/** Needs a name: put it inside a `<label>` or give it an `aria-label`. */
export function Checkbox({ className, ...props }: CheckboxProps) {
  return (
    <BaseCheckbox.Root
      className={cn(
        "relative flex size-4.5 shrink-0 items-center justify-center rounded-xs border border-input bg-muted text-primary-foreground transition-colors",
        "before:absolute before:-inset-2 hover:border-foreground/60",
        "data-checked:border-primary data-indeterminate:border-primary data-checked:bg-primary data-indeterminate:bg-primary",
        "data-disabled:opacity-50",
        className,
      )}
      {...props}
    >
      <BaseCheckbox.Indicator className="flex">
        {props.indeterminate ? (
          <Minus aria-hidden className="size-3.5" strokeWidth={3} />
        ) : (
          <Check aria-hidden className="size-3.5" strokeWidth={3} />
        )}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
}
