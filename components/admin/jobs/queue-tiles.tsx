import { StatTile } from "@/components/ui/stat-tile";
import type { QueueSummary } from "@/lib/admin/jobs/schema";
import { formatTimeSpan } from "@/lib/format/time";

/** Shares the grid with its skeleton, so that nothing moves when the numbers arrive. */
export const QUEUE_GRID = "grid grid-cols-2 gap-3 lg:grid-cols-4";

const count = (value: number) => value.toLocaleString("en");

export function QueueTiles({ queue }: { queue: QueueSummary }) {
  const { counts, oldestWaitSeconds, failedToday, completedToday, pausedSince } = queue;
  return (
    <dl className={QUEUE_GRID} aria-label="Analyses">
      <StatTile
        label="Running"
        value={count(counts.running)}
        hint={pausedSince ? "No more begin: paused" : "Just now"}
      />
      <StatTile
        label="Waiting"
        value={count(counts.waiting)}
        hint={oldestWaitSeconds === null ? "Nothing waits" : `The first for ${formatTimeSpan(oldestWaitSeconds)}`}
      />
      <StatTile
        label="Failed"
        value={count(counts.failed)}
        hint={
          failedToday > 0 ? <span className="text-danger">{count(failedToday)} in 24 hours</span> : "None in 24 hours"
        }
      />
      <StatTile label="Completed" value={count(completedToday)} hint="In 24 hours" />
    </dl>
  );
}
