import { TriangleAlert } from "lucide-react";
import { useText } from "#text";
import { leftOutSentences } from "@/lib/analysis/record/left-out";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";

/** Says which parts of the file were not measured, and why. Nothing if all of it was. */
export function LeftOutNote({ record }: { record: Pick<AnalysisRecord, "partial"> }) {
  const t = useText();
  const sentences = leftOutSentences(record.partial, t);
  if (sentences.length === 0) return null;
  return (
    <section aria-label={t("Parts that were not measured")} className="glass flex gap-3 rounded-lg p-4 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <div>
        <p className="font-medium">{t("Not all of this file was measured.")}</p>
        {sentences.map((sentence) => (
          <p key={sentence} className="text-muted-foreground">
            {sentence}
          </p>
        ))}
      </div>
    </section>
  );
}
