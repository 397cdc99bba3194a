"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { useFieldState } from "./field-state";

/** Several lines. Inside a `Field` it gets its label, description and error from there. */
export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  const field = useFieldState();
  return (
    <textarea
      {...field}
      rows={rows}
      className={cn(
        "w-full min-w-0 rounded-md border border-input bg-muted px-3 py-2 text-base text-foreground transition-colors",
        "placeholder:text-muted-foreground hover:border-foreground/60",
        "focus-visible:border-ring focus-visible:outline-offset-0",
        "aria-invalid:border-danger disabled:opacity-50",
        className,
      )}
      {...props}
    />
  );
}
