import { AudioLines, Upload } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#text";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Entrance } from "@/components/ui/entrance";
import { helpAddress } from "@/lib/help/addresses";
import type { DashboardSummary } from "@/lib/samples/schema";
import { Counts } from "./counts";
import { DashboardRefresh } from "./dashboard-refresh";
import { LatestResults } from "./latest-results";
import { ProcessingNow } from "./processing-now";

export interface DashboardProps {
  summary: DashboardSummary;
  /** When the summary was read. Ages are measured from here. */
  nowMs: number;
  /** What is read on its own and comes when it is there. */
  parts: { look: ReactNode; map: ReactNode; distributions: ReactNode; usage: ReactNode; plays: ReactNode };
}

/** One column where there is no map. */
const LOOK_GRID = "grid gap-6 lg:grid-flow-col lg:auto-cols-fr";

export function Dashboard({ summary, nowMs, parts }: DashboardProps) {
  const t = useText();
  return (
    <>
      <DashboardRefresh />
      {summary.counts.total === 0 ? (
        <Card>
          <EmptyState
            icon={AudioLines}
            help={helpAddress("start")}
            title={t("No samples yet")}
            description={t(
              "Upload a few files. Their tempo, key and loudness appear here as soon as they are analysed.",
            )}
            action={
              <ButtonLink href="/upload" variant="primary">
                <Upload aria-hidden />
                {t("Upload audio")}
              </ButtonLink>
            }
          />
        </Card>
      ) : (
        <div className="flex flex-col gap-6">
          <Entrance>
            <Counts summary={summary} />
          </Entrance>
          <Entrance order={1}>
            <ProcessingNow rows={summary.processing} counts={summary.counts} />
          </Entrance>
          <Entrance order={2}>
            <div className={LOOK_GRID}>
              {parts.look}
              {parts.map}
            </div>
          </Entrance>
          <Entrance order={3}>
            <LatestResults rows={summary.latest} nowMs={nowMs} />
          </Entrance>
          <Entrance order={4}>{parts.distributions}</Entrance>
          <Entrance order={5}>{parts.usage}</Entrance>
          <Entrance order={6}>{parts.plays}</Entrance>
        </div>
      )}
    </>
  );
}
