import { useText } from "#text";
import { AbsenceLine } from "@/components/samples/absence-line";
import { AnswerCards } from "@/components/samples/answer-cards";
import { factsOf, KIND_NAMES } from "@/components/samples/sample-facts";
import { ConfidenceMeter } from "@/components/ui/meter";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { isClaimed } from "@/lib/format/confidence";
import { NO_CORRECTIONS } from "@/lib/samples/corrections/no-corrections";

export interface SoundValuesProps {
  record: AnalysisRecord;
  sizeBytes: number;
}

/** What was found in a sound, in the cards of a sample's own page. */
export function SoundValues({ record, sizeBytes }: SoundValuesProps) {
  const t = useText();
  const { description } = record;
  return (
    <div className="flex flex-col gap-4">
      {description ? <p className="max-w-prose text-muted-foreground">{description}</p> : null}
      <Labels record={record} />
      <AnswerCards record={record} corrections={NO_CORRECTIONS} />
      <AbsenceLine record={record} />
      <dl aria-label={t("File")} className="flex flex-wrap gap-x-8 gap-y-2">
        {factsOf({ record, sizeBytes }, t).map(({ name, value }) => (
          <div key={name}>
            <dt className="eyebrow">{name}</dt>
            <dd className="figures text-sm">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The kind, and of instruments, genres and moods those that are certain enough to be claimed. */
function Labels({ record }: { record: AnalysisRecord }) {
  const t = useText();
  const { kind, instruments, genres, moods } = record;
  const named = [...(instruments ?? []), ...(genres ?? []), ...(moods ?? [])].filter(isClaimed);
  const labels = [...(kind ? [{ label: KIND_NAMES[kind.label], confidence: kind.confidence }] : []), ...named];
  if (labels.length === 0) return null;
  return (
    <ul aria-label={t("What it is")} className="flex flex-wrap gap-2">
      {labels.map(({ label, confidence }) => (
        <li
          key={label}
          className="flex items-center gap-2 rounded-full border border-border-strong bg-muted px-3 py-1 text-sm"
        >
          <span className="first-letter:uppercase">{t(label)}</span>
          <ConfidenceMeter value={confidence} compact />
        </li>
      ))}
    </ul>
  );
}
