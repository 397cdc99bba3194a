import type { ReactNode } from "react";
import { useText } from "#text";
import { ShareBars } from "@/components/charts/share-bars";
import { HelpLink } from "@/components/ui/help-link";
import { ConfidenceMeter } from "@/components/ui/meter";
import type { ValueName } from "@/lib/analysis/record/measured-values";
import { cn } from "@/lib/cn";
import { confidenceLevel } from "@/lib/format/confidence";
import { valueHelp } from "@/lib/help/addresses";

export interface ValueCardProps {
  title: string;
  /** The value of the record that it shows: the help has a paragraph about each. */
  about: ValueName;
  value: ReactNode;
  unit?: string;
  /** 0–1 for an estimate; left out for what is measured. */
  confidence?: number;
  /** Other readings and details. */
  children?: ReactNode;
}

/** One of the main values. A value with low confidence looks different. */
export function ValueCard({ title, about, value, unit, confidence, children }: ValueCardProps) {
  const t = useText();
  const isUnsure = confidence !== undefined && confidenceLevel(confidence) === "low";
  return (
    <section aria-label={title} className="glass flex min-w-0 flex-col gap-4 rounded-lg p-5">
      <div>
        <div className="flex items-center justify-between gap-3">
          <div className="flex items-center gap-0.5">
            <h2 className="eyebrow">{title}</h2>
            <HelpLink href={valueHelp(about)} about={title} />
          </div>
          {confidence === undefined ? null : <ConfidenceMeter value={confidence} />}
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
        {isUnsure ? (
          <p className="mt-3 text-muted-foreground text-xs">{t("Low confidence: check it by ear.")}</p>
        ) : null}
      </div>
      {children}
    </section>
  );
}

/** How many other readings stand beside the chosen one. */
export const ALTERNATIVES_SHOWN = 4;

export interface Reading {
  name: string;
  detail?: string;
  /** 0–1. */
  confidence: number;
}

/** The chosen reading and the next best ones, the most likely first. Empty if there is only one. */
export function Ranking({ label, readings }: { label: string; readings: readonly Reading[] }) {
  if (readings.length < 2) return null;
  const bars = readings.map(({ name, detail, confidence }, index) => ({
    key: `${name} ${detail ?? ""}`,
    name: (
      <span className={index === 0 ? "font-medium" : "text-muted-foreground"}>
        {name}
        {detail ? <span className="figures ml-2 text-muted-foreground text-xs">{detail}</span> : null}
      </span>
    ),
    share: confidence,
  }));
  return (
    <div className="mt-auto">
      <h3 className="mb-2 text-muted-foreground text-xs">{label}</h3>
      <ShareBars bars={bars} label={label} />
    </div>
  );
}

/** A few short facts below the main value. */
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

/** Facts one per line, with their values in a column. */
export function CardList({ facts }: { facts: readonly { label: string; value: string }[] }) {
  return (
    <dl className="divide-y divide-border text-sm">
      {facts.map(({ label, value }) => (
        <div key={label} className="flex items-baseline justify-between gap-4 py-1.5">
          <dt className="text-muted-foreground">{label}</dt>
          <dd className="figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
