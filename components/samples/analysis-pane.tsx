import { useText } from "#text";
import { formatDateTime, formatTimeSpan } from "@/lib/format/time";
import type { SampleDetail } from "@/lib/samples/schema";
import { CopyRecord } from "./copy-record";
import { formatBrief } from "./measured-format";
import { Pane } from "./pane";

export type AnalysisPaneProps = Pick<SampleDetail, "id" | "record" | "analyzedAt" | "analysisSeconds" | "sha256">;

/** Says where the values come from, and copies them. */
export function AnalysisPane({ id, record, analyzedAt, analysisSeconds, sha256 }: AnalysisPaneProps) {
  const t = useText();
  if (!record) return null;
  const { analyserVersion, embedding, fingerprint } = record;
  const dimensions = embedding ? embedding.timbre.length + embedding.rhythm.length + embedding.harmony.length : 0;
  const facts = [
    { name: t("Analyser"), value: t("Version {version}", { version: analyserVersion }) },
    ...(analyzedAt ? [{ name: t("Analysed"), value: formatDateTime(analyzedAt, t) }] : []),
    ...(analysisSeconds === null
      ? []
      : [
          {
            name: t("Time taken"),
            value: analysisSeconds < 60 ? formatBrief(analysisSeconds, t) : formatTimeSpan(analysisSeconds),
          },
        ]),
    {
      name: t("Embedding"),
      value: dimensions > 0 ? t("{count} dimensions", { count: String(dimensions) }) : t("[not there] None"),
    },
    {
      name: t("Fingerprint"),
      value: fingerprint ? t("{count} characters", { count: fingerprint.length }) : t("[not there] None"),
    },
    { name: "SHA-256", value: `${sha256.slice(0, 12)}…` },
  ];
  return (
    <Pane title={t("About this analysis")}>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <dl className="flex flex-wrap gap-x-8 gap-y-3">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt className="eyebrow">{name}</dt>
              <dd className="figures text-sm">{value}</dd>
            </div>
          ))}
        </dl>
        <CopyRecord sampleId={id} />
      </div>
    </Pane>
  );
}
