import { formatCount } from "@/lib/format/count";
import { writeDecimal } from "@/lib/format/decimal";
import { formatTimeSpan } from "@/lib/format/time";
import type { FileFailure, Schedule, StopReason, UnreachableReason } from "@/lib/imports/constants";
import type { ImportFolder, ScanState } from "@/lib/imports/schema";
import { msg, type Text } from "@/lib/language/text";

export type Tone = "neutral" | "primary" | "success" | "warning" | "danger";

/** What happens with a folder, in two words. */
export function scanStatus({ status, phase, analysing }: ScanState): {
  label: string;
  tone: Tone;
} {
  if (status === "running")
    return { label: phase === "walking" ? msg("[for files] Looking") : msg("Importing"), tone: "primary" };
  if (status === "completed") {
    return analysing > 0 ? { label: msg("Analysing"), tone: "primary" } : { label: msg("Up to date"), tone: "success" };
  }
  const others = {
    waiting: { label: msg("Waiting"), tone: "neutral" },
    paused: { label: msg("Paused"), tone: "warning" },
    stopped: { label: msg("[of a scan] Stopped"), tone: "warning" },
    unreachable: { label: msg("Not reachable"), tone: "danger" },
    cancelled: { label: msg("Cancelled"), tone: "neutral" },
  } as const;
  return others[status];
}

const REASONS: Readonly<Record<StopReason | UnreachableReason, string>> = {
  uploads_per_day: msg(
    "You have used all uploads for today. It goes on by itself when the count resets, at midnight UTC.",
  ),
  storage_bytes: msg("Your storage is full. Delete samples you no longer need, or ask an admin for more, then resume."),
  no_room: msg("This server has almost no room left. Ask the person who runs it to free some space, then resume."),
  not_permitted: msg("Your account may not import folders any more. Ask an admin."),
  internal: msg("Something went wrong again and again. What was imported is kept. Resume to try once more."),
  not_allowed: msg("The person who runs this server does not allow this directory any more."),
  missing: msg("The folder is not there. If its disk is only disconnected, the import goes on when it is back."),
  not_a_folder: msg("There is a file or a link where the folder was."),
  unreadable: msg("The server may not read this folder. Ask the person who runs it."),
  disk: msg("The disk does not answer. The import goes on when it does."),
  replaced: msg("There is another folder, or a link, where this one was."),
  emptied: msg(
    "There is an empty folder where this one was, perhaps because its disk is not connected. Nothing is marked as gone.",
  ),
};

export const reasonText = (reason: string): string =>
  Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : msg("It cannot go on.");

export const FAILURE_TEXTS: Readonly<Record<FileFailure, string>> = {
  too_large: msg("Larger than 100 MB"),
  empty: msg("Empty"),
  unreadable: msg("The server may not read it"),
  folder_unreadable: msg("The server may not read this folder"),
  folder_error: msg("This folder could not be read. What is in it stays as it was"),
  disk_away: msg("The disk that was here is not connected. Its files stay as they were"),
  changing: msg("It was being written to. It is tried again by the next scan"),
  not_a_file: msg("Not a file"),
  outside: msg("Not in this folder any more"),
  read_error: msg("It could not be read"),
};

const SCHEDULE_OPTIONS: readonly { value: Schedule; label: string }[] = [
  { value: "off", label: msg("Only when I ask") },
  { value: "hourly", label: msg("Every hour") },
  { value: "daily", label: msg("Every day") },
  { value: "weekly", label: msg("Every week") },
];

export const scheduleOptions = (t: Text) => SCHEDULE_OPTIONS.map(({ value, label }) => ({ value, label: t(label) }));

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
export function progressText(scan: ScanState, t: Text): string {
  const { status, phase, filesFound, filesToRead, filesRead } = scan;
  const { settled, made } = samplesOf(scan);
  if (status === "waiting") return t("Waits for its turn");
  if (phase === "walking") return t("{count} files found so far", { count: filesFound });
  const read = t("{read} of {all} files read", { read: filesRead, all: filesToRead });
  const analysed = t("{settled} of {made} new ones analysed", { settled, made });
  const rate =
    scan.filesPerSecond === null || status !== "running"
      ? []
      : [t("{rate} files a second", { rate: rateText(scan.filesPerSecond, t) })];
  const left = scan.secondsLeft === null ? [] : [t("about {time} left", { time: formatTimeSpan(scan.secondsLeft) })];
  return [read, ...(made > 0 ? [analysed] : []), ...rate, ...left].join(", ");
}

const rateText = (rate: number, t: Text) => (rate >= 10 ? formatCount(Math.round(rate), t) : writeDecimal(rate, 1, t));
