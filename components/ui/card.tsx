import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A glass pane. To give it an accessible name, render it inside a `section` with `aria-labelledby`. */
export function Card({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("glass rounded-lg", className)} {...props} />;
}

/** The title stands at the left, actions at the right. */
export function CardHeader({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      className={cn("flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 pt-4 pb-3", className)}
      {...props}
    />
  );
}

export function CardTitle({ className, children, ...props }: ComponentProps<"h2">) {
  return (
    <h2 className={cn("font-display font-medium text-lg tracking-tight", className)} {...props}>
      {children}
    </h2>
  );
}

export function CardDescription({ className, ...props }: ComponentProps<"p">) {
  return <p className={cn("text-muted-foreground text-sm", className)} {...props} />;
}

export function CardContent({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("px-5 pb-5", className)} {...props} />;
}
