import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

export interface StatTileProps {
  label: string;
  value: ReactNode;
  /** Stands after the value in smaller type: `BPM`, `LUFS`. */
  unit?: string;
  /** Stands below the value: a confidence meter, a comparison, or why there is no value. */
  hint?: ReactNode;
  className?: string;
}

/** One measured value. Use it inside a `<dl>`: the label is the term, the value its definition. */
export function StatTile({ label, value, unit, hint, className }: StatTileProps) {
  return (
    <div className={cn("glass flex min-w-0 flex-col rounded-lg px-4 py-3.5", className)}>
      <dt className="eyebrow">{label}</dt>
      <dd className="mt-1 flex min-w-0 flex-1 flex-col">
        <span className="flex items-baseline gap-1.5">
          <span className="figures truncate font-medium text-2xl">{value}</span>
          {unit ? <span className="text-muted-foreground text-xs">{unit}</span> : null}
        </span>
        {hint ? <span className="mt-1 min-h-4.5 text-muted-foreground text-xs">{hint}</span> : null}
      </dd>
    </div>
  );
}
