"use client";

import { Input as BaseInput } from "@base-ui/react/input";
import { cn } from "@/lib/cn";
import type { InputProps } from "./input";

/** Several lines. Inside a `Field` it gets its label, description and error from there. */
export function Textarea({ className, rows = 4, ...props }: InputProps & { rows?: number }) {
  return (
    <BaseInput
      render={<textarea rows={rows} />}
      className={cn(
        "w-full min-w-0 rounded-md border border-input bg-muted px-3 py-2 text-base text-foreground transition-colors",
        "placeholder:text-muted-foreground hover:border-foreground/60",
        "focus-visible:border-ring focus-visible:outline-offset-0",
        "data-invalid:border-danger aria-invalid:border-danger disabled:opacity-50",
        className,
      )}
      {...props}
    />
  );
}
