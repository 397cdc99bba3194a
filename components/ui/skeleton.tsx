import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** Holds the place of content that is loading. Hidden from assistive technology: mark the region `aria-busy`. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      aria-hidden
      className={cn(
        "animate-shimmer rounded-md bg-[length:200%_100%] bg-[linear-gradient(90deg,var(--muted)_40%,var(--border)_50%,var(--muted)_60%)]",
        className,
      )}
      {...props}
    />
  );
}
