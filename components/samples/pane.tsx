import type { ReactNode } from "react";
import { HelpLink } from "@/components/ui/help-link";
import { ConfidenceMeter } from "@/components/ui/meter";
import type { ValueName } from "@/lib/analysis/record/measured-values";
import { cn } from "@/lib/cn";
import { valueHelp } from "@/lib/help/addresses";

export interface PaneProps {
  title: string;
  /** The value of the record that it shows: the help has a paragraph about each. */
  about?: ValueName;
  /** 0–1 for estimates; left out for what is measured, and if the parts have their own. */
  confidence?: number;
  className?: string;
  children: ReactNode;
}

/** A group of measured values. */
export function Pane({ title, about, confidence, className, children }: PaneProps) {
  return (
    <section aria-label={title} className={cn("glass flex min-w-0 flex-col rounded-lg p-5", className)}>
      <div className="mb-3 flex items-center justify-between gap-3">
        <div className="flex items-center gap-1">
          <h3 className="font-display font-medium text-lg tracking-tight">{title}</h3>
          {about ? <HelpLink href={valueHelp(about)} about={title} /> : null}
        </div>
        {confidence === undefined ? null : <ConfidenceMeter value={confidence} />}
      </div>
      {children}
    </section>
  );
}

/** Why there is nothing here. */
export function AbsenceNote({ reason }: { reason: string }) {
  return <p className="max-w-prose text-muted-foreground text-sm">{reason}</p>;
}

/** A heading above panes that belong together. */
export function PaneGroup({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-4 flex flex-col gap-3">
      <h2 id={`${id}-title`} className="font-display font-medium text-xl tracking-tight">
        {title}
      </h2>
      {children}
    </section>
  );
}
