"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { useFieldState } from "./field-state";

export type InputProps = ComponentProps<"input">;

/** Inside a `Field` it gets its label, description and error from there. Alone it needs an `aria-label`. */
export function Input({ className, ...props }: InputProps) {
  const field = useFieldState();
  return (
    <input
      {...field}
      className={cn(
        "h-10 w-full min-w-0 rounded-md border border-input bg-muted px-3 text-base text-foreground transition-colors",
        "placeholder:text-muted-foreground hover:border-foreground/60",
        "focus-visible:border-ring focus-visible:outline-offset-0",
        "aria-invalid:border-danger disabled:opacity-50",
        className,
      )}
      {...props}
    />
  );
}
