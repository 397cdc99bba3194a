import type { Batch, ItemState } from "@/lib/batches/schema";
import { counted, formatCount } from "@/lib/format/count";
import { formatTimeSpan } from "@/lib/format/time";

/** What is being done with a sample, or what became of it. */
export const STATE_NAMES: Record<ItemState, string> = {
  uploading: "Uploading",
  waiting: "Waiting",
  running: "Analysing",
  done: "Done",
  failed: "Failed",
  cancelled: "Stopped",
  deleted: "Deleted",
};

export const KIND_NAMES = { upload: "Upload", import: "Imported folder", analysis: "Analysed again" } as const;

export const leftOf = ({ counts }: Batch): number => counts.uploading + counts.waiting + counts.running;

/** Of 100. What was deleted or stopped is not left to do. */
export function percentDone(batch: Batch): number {
  const { total } = batch.counts;
  return total === 0 ? 100 : Math.floor(((total - leftOf(batch)) / total) * 100);
}

/** The batch in one line: what is happening, or how it ended. */
export function titleOf(batch: Batch): string {
  const { counts, state } = batch;
  if (state === "stopping") return `Stopping: ${counted(leftOf(batch), "file")} being finished`;
  if (state === "cancelled") return `Stopped: ${formatCount(counts.done)} of ${counted(counts.total, "file")} analysed`;
  if (state === "running")
    return `${formatCount(counts.total - leftOf(batch))} of ${counted(counts.total, "file")} done`;
  const lost = counts.total - counts.done;
  return lost === 0
    ? `All ${counted(counts.total, "file")} analysed`
    : `${formatCount(counts.done)} of ${counted(counts.total, "file")} analysed`;
}

/** What else there is to say, part by part: counts that are not nothing, the rate and the time left. */
export function detailsOf(batch: Batch): string[] {
  const { counts, perMinute, secondsLeft } = batch;
  const parts: [number, string][] = [
    [counts.running, "being analysed"],
    [counts.uploading, "uploading"],
    [counts.waiting, "waiting"],
    [counts.failed, "failed"],
    [counts.cancelled, "stopped"],
    [counts.deleted, "deleted since"],
  ];
  return [
    ...parts.filter(([count]) => count > 0).map(([count, what]) => `${formatCount(count)} ${what}`),
    ...(secondsLeft === null ? [] : [`${formatCount(Math.max(1, Math.round(perMinute)))} a minute`]),
    ...(secondsLeft === null ? [] : [`about ${formatTimeSpan(secondsLeft)} left`]),
  ];
}
