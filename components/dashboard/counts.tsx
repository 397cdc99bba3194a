import { StatTile } from "@/components/ui/stat-tile";
import type { DashboardSummary } from "@/lib/samples/schema";
import { CountingNumber } from "./counting-number";

/** Shares the grid with its skeleton, so that nothing moves when the numbers arrive. */
export const COUNTS_GRID = "grid grid-cols-2 gap-3 lg:grid-cols-4";

export function Counts({ summary: { counts, storedBytes, analysedSeconds } }: { summary: DashboardSummary }) {
  const underWay = counts.uploading + counts.uploaded + counts.processing;
  return (
    <dl className={COUNTS_GRID} aria-label="Library">
      <StatTile
        label="Samples"
        value={<CountingNumber value={counts.total} format="count" />}
        hint={`${counts.completed.toLocaleString("en")} analysed`}
      />
      <StatTile
        label="Under way"
        value={<CountingNumber value={underWay} format="count" />}
        hint={
          counts.failed > 0 ? (
            <span className="text-danger">{counts.failed.toLocaleString("en")} could not be analysed</span>
          ) : (
            "No failures"
          )
        }
      />
      <StatTile
        label="Audio analysed"
        value={<CountingNumber value={analysedSeconds} format="timeSpan" />}
        hint="Playing time"
      />
      <StatTile label="Storage used" value={<CountingNumber value={storedBytes} format="bytes" />} hint="Originals" />
    </dl>
  );
}
