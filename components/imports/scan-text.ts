import { formatCount } from "@/lib/format/count";
import { formatTimeSpan } from "@/lib/format/time";
import type { FileFailure, Schedule, StopReason, UnreachableReason } from "@/lib/imports/constants";
import type { ImportFolder, ScanState } from "@/lib/imports/schema";

export type Tone = "neutral" | "primary" | "success" | "warning" | "danger";

/** What happens with a folder, in two words. */
export function scanStatus({ status, phase, analysing }: ScanState): {
  label: string;
  tone: Tone;
} {
  if (status === "running") return { label: phase === "walking" ? "Looking" : "Importing", tone: "primary" };
  if (status === "completed") {
    return analysing > 0 ? { label: "Analysing", tone: "primary" } : { label: "Up to date", tone: "success" };
  }
  const others = {
    waiting: { label: "Waiting", tone: "neutral" },
    paused: { label: "Paused", tone: "warning" },
    stopped: { label: "Stopped", tone: "warning" },
    unreachable: { label: "Not reachable", tone: "danger" },
    cancelled: { label: "Cancelled", tone: "neutral" },
  } as const;
  return others[status];
}

const REASONS: Readonly<Record<StopReason | UnreachableReason, string>> = {
  uploads_per_day: "You have used all uploads for today. It goes on by itself when the count resets, at midnight UTC.",
  storage_bytes: "Your storage is full. Delete samples you no longer need, or ask an admin for more, then resume.",
  no_room: "This server has almost no room left. Ask the person who runs it to free some space, then resume.",
  not_permitted: "Your account may not import folders any more. Ask an admin.",
  internal: "Something went wrong again and again. What was imported is kept. Resume to try once more.",
  not_allowed: "The person who runs this server does not allow this directory any more.",
  missing: "The folder is not there. If its disk is only disconnected, the import goes on when it is back.",
  not_a_folder: "There is a file or a link where the folder was.",
  unreadable: "The server may not read this folder. Ask the person who runs it.",
  disk: "The disk does not answer. The import goes on when it does.",
  replaced: "There is another folder, or a link, where this one was.",
  emptied:
    "There is an empty folder where this one was, perhaps because its disk is not connected. Nothing is marked as gone.",
};

export const reasonText = (reason: string): string =>
  Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : "It cannot go on.";

export const FAILURE_TEXTS: Readonly<Record<FileFailure, string>> = {
  too_large: "Larger than 100 MB",
  empty: "Empty",
  unreadable: "The server may not read it",
  folder_unreadable: "The server may not read this folder",
  folder_error: "This folder could not be read. What is in it stays as it was",
  disk_away: "The disk that was here is not connected. Its files stay as they were",
  changing: "It was being written to. It is tried again by the next scan",
  not_a_file: "Not a file",
  outside: "Not in this folder any more",
  read_error: "It could not be read",
};

export const SCHEDULE_OPTIONS: readonly { value: Schedule; label: string }[] = [
  { value: "off", label: "Only when I ask" },
  { value: "hourly", label: "Every hour" },
  { value: "daily", label: "Every day" },
  { value: "weekly", label: "Every week" },
];

/** Whether the page has to look again soon. */
export function isUnderWay({ scan }: ImportFolder): boolean {
  if (!scan) return false;
  const { status, analysing } = scan;
  return status === "waiting" || status === "running" || analysing > 0;
}

/** 0–100, or null while nobody knows how much there is. Reading and analysing are half each. */
export function percentDone(scan: ScanState): number | null {
  const { status, phase, filesToRead, filesRead } = scan;
  if (status === "waiting" || (phase === "walking" && status === "running")) return null;
  const read = filesToRead === 0 ? 1 : filesRead / filesToRead;
  const { settled, made } = samplesOf(scan);
  return Math.min(100, Math.round(50 * read + (made === 0 ? 50 : (50 * settled) / made) * read));
}

function samplesOf({ analysed, notAnalysed, analysing }: ScanState): { settled: number; made: number } {
  const settled = analysed + notAnalysed;
  return { settled, made: settled + analysing };
}

/** What is being done, how fast, and how long it takes. */
export function progressText(scan: ScanState): string {
  const { status, phase, filesFound, filesToRead, filesRead } = scan;
  const { settled, made } = samplesOf(scan);
  if (status === "waiting") return "Waits for its turn";
  if (phase === "walking") return `${formatCount(filesFound)} files found so far`;
  const read = `${formatCount(filesRead)} of ${formatCount(filesToRead)} files read`;
  const analysed = `${formatCount(settled)} of ${formatCount(made)} new ones analysed`;
  const rate =
    scan.filesPerSecond === null || status !== "running" ? [] : [`${rateText(scan.filesPerSecond)} files a second`];
  const left = scan.secondsLeft === null ? [] : [`about ${formatTimeSpan(scan.secondsLeft)} left`];
  return [read, ...(made > 0 ? [analysed] : []), ...rate, ...left].join(", ");
}

const rateText = (rate: number) => (rate >= 10 ? formatCount(Math.round(rate)) : rate.toFixed(1));
