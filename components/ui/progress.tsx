"use client";

import { Progress as BaseProgress } from "@base-ui/react/progress";
import { cn } from "@/lib/cn";

export interface ProgressProps {
  /** 0–100. Null while the total is unknown. */
  value: number | null;
  /** What is in progress. Used as the accessible name. */
  label: string;
  /** Announced instead of the percentage: `3 of 12 files, 40 s left`. */
  valueText?: string;
  tone?: "primary" | "success" | "danger";
  className?: string;
}

const TONES = { primary: "bg-primary", success: "bg-success", danger: "bg-danger" } as const;

export function Progress({ value, label, valueText, tone = "primary", className }: ProgressProps) {
  return (
    <BaseProgress.Root value={value} aria-label={label} aria-valuetext={valueText} className={cn("w-full", className)}>
      <BaseProgress.Track className="h-1.5 overflow-hidden rounded-full bg-pressed">
        <BaseProgress.Indicator
          className={cn(
            "h-full rounded-full transition-[width] duration-200 ease-out",
            TONES[tone],
            "data-indeterminate:w-full data-indeterminate:animate-shimmer data-indeterminate:bg-[length:200%_100%]",
            "data-indeterminate:bg-[linear-gradient(90deg,transparent_30%,var(--primary),transparent_70%)] data-indeterminate:bg-transparent",
          )}
        />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
