import { PenLine } from "lucide-react";

/** Stands beside a value that a person has corrected. */
export function CorrectedMark() {
  return (
    <span title="Corrected by a person" className="inline-flex shrink-0 self-center text-primary">
      <PenLine aria-hidden className="size-3" />
      <span className="sr-only"> (corrected)</span>
    </span>
  );
}
