import { StatTile } from "@/components/ui/stat-tile";
import { formatCount } from "@/lib/format/count";
import type { DashboardSummary } from "@/lib/samples/schema";
import { CountingNumber } from "./counting-number";

/** The skeleton uses the same grid, so that nothing moves when the numbers arrive. */
export const COUNTS_GRID = "grid grid-cols-2 gap-3 lg:grid-cols-4";

export function Counts({ summary: { counts, storedBytes, analyzedSeconds } }: { summary: DashboardSummary }) {
  const underWay = counts.uploading + counts.uploaded + counts.processing;
  return (
    <dl className={COUNTS_GRID} aria-label="Library">
      <StatTile
        label="Samples"
        value={<CountingNumber value={counts.total} format="count" />}
        hint={`${formatCount(counts.completed)} analysed`}
      />
      <StatTile
        label="In progress"
        value={<CountingNumber value={underWay} format="count" />}
        hint={
          counts.failed > 0 ? <span className="text-danger">{formatCount(counts.failed)} failed</span> : "None failed"
        }
      />
      <StatTile
        label="Audio analysed"
        value={<CountingNumber value={analyzedSeconds} format="timeSpan" />}
        hint="Total length"
      />
      <StatTile
        label="Storage used"
        value={<CountingNumber value={storedBytes} format="bytes" />}
        hint="Original files"
      />
    </dl>
  );
}
