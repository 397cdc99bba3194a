import { useText } from "#text";
import { cn } from "@/lib/cn";
import { type ConfidenceLevel, confidenceLevel } from "@/lib/format/confidence";
import { msg } from "@/lib/language/text";
import { CONFIDENCE_STEPS, confidenceSteps } from "./confidence";

const STEPS = Array.from({ length: CONFIDENCE_STEPS }, (_, step) => step);

const TEXTS: Record<ConfidenceLevel, string> = {
  high: msg("{percent}% high"),
  fair: msg("{percent}% fair"),
  low: msg("{percent}% low"),
};

const LIT: Record<ConfidenceLevel, string> = {
  high: "border-primary bg-primary",
  fair: "border-primary bg-primary/55",
  low: "border-dashed border-muted-foreground bg-transparent",
};

export interface ConfidenceMeterProps {
  /** 0–1. */
  value: number;
  /** Shows only the bars; screen readers still get the words. For dense rows. */
  compact?: boolean;
  className?: string;
}

/** Five steps and the value in text. Shape and words mark low confidence, never colour alone. */
export function ConfidenceMeter({ value, compact = false, className }: ConfidenceMeterProps) {
  const t = useText();
  const level = confidenceLevel(value);
  const lit = confidenceSteps(value);
  const text = t(TEXTS[level], { percent: Math.round(Math.min(1, Math.max(0, value)) * 100) });
  return (
    <span
      className={cn("inline-flex items-center gap-2 whitespace-nowrap", className)}
      title={t("Confidence {value}", { value: text })}
    >
      <span aria-hidden className="inline-flex items-end gap-0.5">
        {STEPS.map((step) => (
          <span
            key={step}
            className={cn(
              "rounded-[1px] border",
              compact ? "h-2 w-1" : "h-2.5 w-1.5",
              step < lit ? LIT[level] : "border-border-strong bg-transparent",
            )}
          />
        ))}
      </span>
      <span className={compact ? "sr-only" : "text-muted-foreground text-xs"}>
        <span className="sr-only">{t("Confidence")} </span>
        {text}
      </span>
    </span>
  );
}
