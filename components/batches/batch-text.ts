import type { ItemState } from "@/lib/batches/constants";
import type { Batch } from "@/lib/batches/schema";
import { formatTimeSpan } from "@/lib/format/time";
import { msg, type Text } from "@/lib/language/text";

/** What is being done with a sample, or what became of it. */
export const STATE_NAMES: Record<ItemState, string> = {
  uploading: msg("Uploading"),
  waiting: msg("Waiting"),
  running: msg("Analysing"),
  done: msg("Done"),
  failed: msg("Failed"),
  cancelled: msg("Stopped"),
  deleted: msg("Deleted"),
};

export const KIND_NAMES = {
  upload: msg("[noun] Upload"),
  import: msg("Imported folder"),
  analysis: msg("Analysed again"),
} as const;

export const leftOf = ({ counts }: Batch): number => counts.uploading + counts.waiting + counts.running;

/** Of 100. What was deleted or stopped is not left to do. */
export function percentDone(batch: Batch): number {
  const { total } = batch.counts;
  return total === 0 ? 100 : Math.floor(((total - leftOf(batch)) / total) * 100);
}

/** The batch in one line: what is happening, or how it ended. */
export function titleOf(batch: Batch, t: Text): string {
  const { counts, state } = batch;
  const { total, done } = counts;
  const left = leftOf(batch);
  if (state === "stopping")
    return t.count(left, "Stopping: {count} file being finished", "Stopping: {count} files being finished");
  if (state === "cancelled")
    return t.count(total, "Stopped: {done} of {count} file analysed", "Stopped: {done} of {count} files analysed", {
      done,
    });
  if (state === "running")
    return t.count(total, "{done} of {count} file done", "{done} of {count} files done", { done: total - left });
  return total === done
    ? t.count(total, "All {count} file analysed", "All {count} files analysed")
    : t.count(total, "{done} of {count} file analysed", "{done} of {count} files analysed", { done });
}

/** What else there is to say, part by part: counts that are not nothing, the rate and the time left. */
export function detailsOf(batch: Batch, t: Text): string[] {
  const { counts, perMinute, secondsLeft } = batch;
  const parts: [number, string][] = [
    [counts.running, msg("{count} being analysed")],
    [counts.uploading, msg("{count} uploading")],
    [counts.waiting, msg("{count} waiting")],
    [counts.failed, msg("{count} failed")],
    [counts.cancelled, msg("{count} stopped")],
    [counts.deleted, msg("{count} deleted since")],
  ];
  return [
    ...parts.filter(([count]) => count > 0).map(([count, text]) => t(text, { count })),
    ...(secondsLeft === null ? [] : [t("{count} a minute", { count: Math.max(1, Math.round(perMinute)) })]),
    ...(secondsLeft === null ? [] : [t("about {time} left", { time: formatTimeSpan(secondsLeft) })]),
  ];
}
