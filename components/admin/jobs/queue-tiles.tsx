import { useText } from "#text";
import { StatTile } from "@/components/ui/stat-tile";
import type { QueueSummary } from "@/lib/admin/jobs/schema";
import { formatCount } from "@/lib/format/count";
import { formatTimeSpan } from "@/lib/format/time";

/** The skeleton uses the same grid, so that nothing moves when the numbers arrive. */
export const QUEUE_GRID = "grid grid-cols-2 gap-3 lg:grid-cols-4";

export function QueueTiles({ queue }: { queue: QueueSummary }) {
  const t = useText();
  const { counts, oldestWaitSeconds, failedToday, completedToday, pausedSince } = queue;
  const failed = t("{count} in the last 24 hours", { count: failedToday });
  return (
    <dl className={QUEUE_GRID} aria-label={t("Analyses")}>
      <StatTile
        label={t("[analyses] Running")}
        value={formatCount(counts.running, t)}
        hint={pausedSince ? t("Paused: no new ones start") : t("Right now")}
      />
      <StatTile
        label={t("[analyses] Waiting")}
        value={formatCount(counts.waiting, t)}
        hint={
          oldestWaitSeconds === null
            ? t("None waiting")
            : t("Longest wait: {time}", { time: formatTimeSpan(oldestWaitSeconds) })
        }
      />
      <StatTile
        label={t("[analyses] Failed")}
        value={formatCount(counts.failed, t)}
        hint={failedToday > 0 ? <span className="text-danger">{failed}</span> : t("None in the last 24 hours")}
      />
      <StatTile
        label={t("[analyses] Completed")}
        value={formatCount(completedToday, t)}
        hint={t("In the last 24 hours")}
      />
    </dl>
  );
}
