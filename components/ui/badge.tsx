import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const BASE =
  "inline-flex h-5.5 items-center gap-1.5 whitespace-nowrap rounded-sm border px-2 font-medium text-xs [&_svg]:size-3.5 [&_svg]:shrink-0";

const TONES = {
  neutral: "border-border-strong bg-muted text-muted-foreground",
  primary: "border-primary/35 bg-primary/12 text-primary",
  accent: "border-accent/35 bg-accent/12 text-accent",
  success: "border-success/35 bg-success/12 text-success",
  warning: "border-warning/35 bg-warning/12 text-warning",
  danger: "border-danger/35 bg-danger/12 text-danger",
} as const;

export interface BadgeProps extends ComponentProps<"span"> {
  tone?: keyof typeof TONES | undefined;
  /** A dot before the text. Use `pulse` while something is in progress. */
  dot?: boolean | "pulse";
}

export function Badge({ tone = "neutral", dot = false, className, children, ...props }: BadgeProps) {
  return (
    <span className={cn(BASE, TONES[tone], className)} {...props}>
      {dot ? (
        <span aria-hidden className={cn("size-1.5 rounded-full bg-current", dot === "pulse" && "animate-pulse-dot")} />
      ) : null}
      {children}
    </span>
  );
}
