import type { ReactNode } from "react";
import { useText } from "#text";
import { cn } from "@/lib/cn";
import { confidenceLevel } from "@/lib/format/confidence";

export interface EstimateProps {
  children: ReactNode;
  /** 0–1. Null if the value has no confidence. */
  confidence: number | null;
  className?: string;
}

/** A value in a dense row. Low confidence is shown by a dimmed, dashed value and announced to screen readers. */
export function Estimate({ children, confidence, className }: EstimateProps) {
  const t = useText();
  const isUnsure = confidence !== null && confidenceLevel(confidence) === "low";
  if (!isUnsure) return <span className={className}>{children}</span>;
  return (
    <span
      title={t("Low confidence")}
      className={cn(
        className,
        "text-muted-foreground underline decoration-1 decoration-muted-foreground decoration-dashed underline-offset-4",
      )}
    >
      {children}
      <span className="sr-only"> {t("(low confidence)")}</span>
    </span>
  );
}
