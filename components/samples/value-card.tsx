import { Ban } from "lucide-react";
import type { ReactNode } from "react";
import { confidenceLevel } from "@/components/ui/confidence";
import { ConfidenceMeter } from "@/components/ui/meter";
import { cn } from "@/lib/cn";
import { formatPercent } from "@/lib/notation";

export interface ValueCardProps {
  title: string;
  value: ReactNode;
  unit?: string;
  confidence: number;
  /** Second readings, details. */
  children?: ReactNode;
}

/** One of the big answers. An unsure one is drawn unsure. */
export function ValueCard({ title, value, unit, confidence, children }: ValueCardProps) {
  const isUnsure = confidenceLevel(confidence) === "low";
  return (
    <section aria-label={title} className="glass flex min-w-0 flex-col gap-4 rounded-lg p-5">
      <div>
        <div className="flex items-center justify-between gap-3">
          <h2 className="eyebrow">{title}</h2>
          <ConfidenceMeter value={confidence} />
        </div>
        <p className="mt-2 flex flex-wrap items-baseline gap-x-2">
          <span
            className={cn(
              "font-display font-medium text-4xl tracking-tight",
              isUnsure &&
                "text-muted-foreground underline decoration-2 decoration-dashed decoration-muted-foreground underline-offset-8",
            )}
          >
            {value}
          </span>
          {unit ? <span className="text-muted-foreground">{unit}</span> : null}
        </p>
        {isUnsure ? <p className="mt-3 text-muted-foreground text-xs">A guess: check it by ear.</p> : null}
      </div>
      {children}
    </section>
  );
}

/** Not faked and not left empty: why there is no such value. */
export function AbsentCard({ title, reason }: { title: string; reason: string }) {
  return (
    <section aria-label={title} className="glass flex min-w-0 flex-col rounded-lg p-5">
      <h2 className="eyebrow">{title}</h2>
      <p className="mt-2 flex items-center gap-2.5 font-display font-medium text-2xl text-muted-foreground tracking-tight">
        <Ban aria-hidden className="size-5" />
        Not applicable
      </p>
      <p className="mt-2 text-balance text-muted-foreground text-sm">{reason}</p>
    </section>
  );
}

export interface Alternative {
  name: string;
  detail?: string;
  /** 0–1. */
  confidence: number;
}

/** The next best readings, best first. */
export function Alternatives({ label, items }: { label: string; items: readonly Alternative[] }) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 text-muted-foreground text-xs">{label}</h3>
      <ol className="divide-y divide-border">
        {items.map((item) => (
          <li
            key={`${item.name} ${item.detail ?? ""}`}
            className="flex items-center justify-between gap-3 py-1.5 text-sm"
          >
            <span>
              {item.name}
              {item.detail ? <span className="figures ml-2 text-muted-foreground text-xs">{item.detail}</span> : null}
            </span>
            <span className="flex items-center gap-2">
              <ConfidenceMeter value={item.confidence} compact />
              <span aria-hidden className="figures w-9 text-right text-muted-foreground text-xs">
                {formatPercent(item.confidence)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A few short facts under the big value. */
export function CardFacts({ facts }: { facts: readonly { label: string; value: string }[] }) {
  return (
    <dl className="-mt-2 flex flex-wrap gap-x-5 gap-y-1">
      {facts.map(({ label, value }) => (
        <div key={label} className="flex items-baseline gap-2">
          <dt className="text-muted-foreground text-xs">{label}</dt>
          <dd className="figures font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
