/** Folders that one person may have. */
export const FOLDERS_MAX = 200;
/** How many folders one page of the choice shows. */
export const CHOICE_ROWS = 200;
/** Where the path of a file would be too long for any system. */
export const PATH_MAX_BYTES = 4096;

export const SCHEDULES = ["off", "hourly", "daily", "weekly"] as const;
export type Schedule = (typeof SCHEDULES)[number];
export const SCHEDULE_SECONDS: Readonly<Record<Schedule, number | null>> = {
  off: null,
  hourly: 60 * 60,
  daily: 24 * 60 * 60,
  weekly: 7 * 24 * 60 * 60,
};

export const SCAN_STATUSES = [
  "waiting",
  "running",
  "paused",
  "stopped",
  "unreachable",
  "completed",
  "cancelled",
] as const;
export type ScanStatus = (typeof SCAN_STATUSES)[number];

/** Why a scan does not go on: what it ran into, or why its folder cannot be reached. */
export const STOP_REASONS = ["uploads_per_day", "storage_bytes", "no_room", "not_permitted", "internal"] as const;
export type StopReason = (typeof STOP_REASONS)[number];
export const UNREACHABLE_REASONS = [
  "not_allowed",
  "missing",
  "not_a_folder",
  "unreadable",
  "disk",
  "replaced",
  "emptied",
] as const;
export type UnreachableReason = (typeof UNREACHABLE_REASONS)[number];

/** Why a file was not imported. */
export const FILE_FAILURES = [
  "too_large",
  "empty",
  "unreadable",
  "folder_unreadable",
  "folder_error",
  "disk_away",
  "changing",
  "not_a_file",
  "outside",
  "read_error",
] as const;
export type FileFailure = (typeof FILE_FAILURES)[number];

export const FILE_LISTS = ["all", "problems", "gone", "changed", "moved"] as const;
export type FileList = (typeof FILE_LISTS)[number];
