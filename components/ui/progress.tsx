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
/** Moves, because nobody knows how far it is. */
const UNKNOWN =
  "w-full animate-shimmer bg-[length:200%_100%] bg-[linear-gradient(90deg,transparent_30%,var(--primary),transparent_70%)] bg-transparent";

export function Progress({ value, label, valueText, tone = "primary", className }: ProgressProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value ?? undefined}
      aria-valuetext={valueText}
      className={cn("w-full", className)}
    >
      <div className="h-1.5 overflow-hidden rounded-full bg-pressed">
        <div
          className={cn(
            "h-full rounded-full transition-[width] duration-200 ease-out",
            value === null ? UNKNOWN : TONES[tone],
          )}
          style={value === null ? undefined : { width: `${Math.min(100, Math.max(0, value))}%` }}
        />
      </div>
    </div>
  );
}
