import { useText } from "#text";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { absencesOf } from "./absences";

/** Everything that does not apply to this sound, in one place, each with its reason. */
export function AbsenceLine({ record }: { record: AnalysisRecord }) {
  const t = useText();
  const absences = absencesOf(record, t);
  if (absences.length === 0) return null;
  return (
    <section aria-labelledby="not-applicable" className="px-1 text-sm">
      <h2 id="not-applicable" className="eyebrow mb-1 inline sm:mr-4">
        {t("Not applicable")}
      </h2>
      <dl className="inline">
        {absences.map(({ names, reason }) => (
          <div key={reason} className="mr-5 inline max-sm:mt-1 max-sm:block">
            <dt className="mr-1.5 inline font-medium">{names}</dt>
            <dd className="inline text-muted-foreground">{reason}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
