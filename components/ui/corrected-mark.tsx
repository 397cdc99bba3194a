import { PenLine } from "lucide-react";
import { useText } from "#text";

/** Stands beside a value that a person has corrected. */
export function CorrectedMark() {
  const t = useText();
  return (
    <span title={t("Corrected by a person")} className="inline-flex shrink-0 self-center text-primary">
      <PenLine aria-hidden className="size-3" />
      <span className="sr-only"> {t("(corrected)")}</span>
    </span>
  );
}
