import { useText } from "#text";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { SampleStatus } from "@/lib/events/sample-event";
import { formatBytes } from "@/lib/format/bytes";
import { msg } from "@/lib/language/text";
import type { DashboardSummary, SampleRow } from "@/lib/samples/schema";

const STAGES: Partial<Record<SampleStatus, { label: string; tone: "primary" | "neutral"; dot: boolean | "pulse" }>> = {
  uploading: { label: msg("[stage] Uploading"), tone: "neutral", dot: "pulse" },
  uploaded: { label: msg("[stage] Queued"), tone: "neutral", dot: true },
  processing: { label: msg("[stage] Analysing"), tone: "primary", dot: "pulse" },
};

const SHOWN_ROWS = 8;

export function ProcessingNow({ rows, counts }: { rows: SampleRow[]; counts: DashboardSummary["counts"] }) {
  const t = useText();
  const total = counts.uploading + counts.uploaded + counts.processing;
  const shown = rows.slice(0, SHOWN_ROWS);
  const hidden = total - shown.length;
  return (
    <section aria-labelledby="processing">
      <Card>
        <CardHeader>
          <CardTitle id="processing">{t("In progress")}</CardTitle>
          {total > 0 ? <span className="figures text-muted-foreground text-sm">{total}</span> : null}
        </CardHeader>
        <CardContent>
          {rows.length === 0 ? (
            <p className="text-muted-foreground text-sm">
              {t("Nothing in progress. New uploads appear here automatically.")}
            </p>
          ) : (
            <ul className="grid gap-x-8 lg:grid-cols-2">
              {shown.map((row) => (
                <ProcessingRow key={row.id} row={row} />
              ))}
            </ul>
          )}
          {hidden > 0 && shown.length > 0 ? (
            <p className="mt-3 text-muted-foreground text-xs">{t("and {count} more", { count: hidden })}</p>
          ) : null}
        </CardContent>
      </Card>
    </section>
  );
}

function ProcessingRow({ row }: { row: SampleRow }) {
  const t = useText();
  const stage = STAGES[row.status];
  return (
    <li className="flex h-10 items-center gap-3 border-border border-b last:border-b-0">
      <span className="min-w-0 flex-1 truncate text-sm" title={row.fileName}>
        {row.fileName}
      </span>
      <span className="figures text-muted-foreground text-xs">{formatBytes(row.sizeBytes, t)}</span>
      {stage ? (
        <Badge tone={stage.tone} dot={stage.dot} className="w-24 justify-center">
          {t(stage.label)}
        </Badge>
      ) : null}
    </li>
  );
}
