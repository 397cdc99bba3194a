"use client";

import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

export interface InputProps extends Omit<ComponentProps<typeof BaseInput>, "className"> {
  className?: string;
}

/** Inside a `Field` it gets its label, description and error from there. Alone it needs an `aria-label`. */
export function Input({ className, ...props }: InputProps) {
  return (
    <BaseInput
      className={cn(
        "h-10 w-full min-w-0 rounded-md border border-input bg-muted px-3 text-base text-foreground transition-colors",
        "placeholder:text-muted-foreground hover:border-foreground/60",
        "focus-visible:border-ring focus-visible:outline-offset-0",
        "data-invalid:border-danger aria-invalid:border-danger disabled:opacity-50",
        className,
      )}
      {...props}
    />
  );
}
