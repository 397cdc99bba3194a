import { StatTile } from "@/components/ui/stat-tile";
import type { QueueSummary } from "@/lib/admin/jobs/schema";
import { formatCount } from "@/lib/format/count";
import { formatTimeSpan } from "@/lib/format/time";

/** The skeleton uses the same grid, so that nothing moves when the numbers arrive. */
export const QUEUE_GRID = "grid grid-cols-2 gap-3 lg:grid-cols-4";

export function QueueTiles({ queue }: { queue: QueueSummary }) {
  const { counts, oldestWaitSeconds, failedToday, completedToday, pausedSince } = queue;
  const failed = `${formatCount(failedToday)} in the last 24 hours`;
  return (
    <dl className={QUEUE_GRID} aria-label="Analyses">
      <StatTile
        label="Running"
        value={formatCount(counts.running)}
        hint={pausedSince ? "Paused: no new ones start" : "Right now"}
      />
      <StatTile
        label="Waiting"
        value={formatCount(counts.waiting)}
        hint={oldestWaitSeconds === null ? "None waiting" : `Longest wait: ${formatTimeSpan(oldestWaitSeconds)}`}
      />
      <StatTile
        label="Failed"
        value={formatCount(counts.failed)}
        hint={failedToday > 0 ? <span className="text-danger">{failed}</span> : "None in the last 24 hours"}
      />
      <StatTile label="Completed" value={formatCount(completedToday)} hint="In the last 24 hours" />
    </dl>
  );
}
