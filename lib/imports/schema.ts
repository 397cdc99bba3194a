import { z } from "zod";
import {
  FILE_LISTS,
  type FileFailure,
  SCHEDULES,
  type ScanStatus,
  type Schedule,
  type UnreachableReason,
} from "./constants";

/** As the choice of folders gave them. */
const dirKey = z.string().regex(/^[0-9a-f]{16}$/);
const pathToken = z
  .string()
  .max(6000)
  .regex(/^[A-Za-z0-9_-]*$/);

export const chooseFolderSchema = z.object({
  /** The allowed directory. Without it, the answer lists them. */
  dir: dirKey.optional(),
  path: pathToken.default(""),
  /** `next` of the page before. */
  after: pathToken.optional(),
});
export type ChooseFolder = z.input<typeof chooseFolderSchema>;

export const addFolderSchema = z.object({
  dir: dirKey,
  path: pathToken.default(""),
  schedule: z.enum(SCHEDULES).default("off"),
});
export type AddFolder = z.input<typeof addFolderSchema>;

export const folderIdSchema = z.object({ id: z.uuid() });
export const changeFolderSchema = z.object({ id: z.uuid(), schedule: z.enum(SCHEDULES) });
export type ChangeFolder = z.input<typeof changeFolderSchema>;
export const fileListSchema = z.enum(FILE_LISTS).default("all");

/** One level of the choice of folders. */
export interface FolderChoice {
  /** Null at the top, where the allowed directories are. */
  dir: string | null;
  path: string;
  /** From the allowed directory to here, for people. Empty at the top. */
  shownPath: string;
  folders: { name: string; dir: string; path: string }[];
  /** Null if these are all. */
  next: string | null;
  /** Files here that an import would take, not counting those in folders. */
  audioFiles: number;
}

/** A directory that the operator allows, as admins see it. */
export interface AllowedDirState {
  key: string;
  root: string;
  /** What is in the way of reading it; null if nothing is. */
  trouble: UnreachableReason | null;
}

export interface ScanState {
  id: string;
  status: ScanStatus;
  /** Why it does not go on, if it is stopped or unreachable. */
  reason: string | null;
  phase: "walking" | "reading";
  filesFound: number;
  filesLeftOut: number;
  filesToRead: number;
  filesRead: number;
  filesNew: number;
  filesKnown: number;
  filesChanged: number;
  filesMoved: number;
  filesFailed: number;
  filesGone: number;
  bytesToRead: number;
  bytesRead: number;
  bytesCopied: number;
  /** What became of the samples that it made, and how many still wait. Deleted ones are in none of them. */
  analysed: number;
  notAnalysed: number;
  analysing: number;
  /** Files a second while files were read; null before the first. */
  filesPerSecond: number | null;
  /** Until all files are read and analysed, at the rate so far. Null if nothing is known or nothing left. */
  secondsLeft: number | null;
  createdAt: string;
  finishedAt: string | null;
  tryAgainAt: string | null;
}

export interface ImportFolder {
  id: string;
  name: string;
  shownPath: string;
  schedule: Schedule;
  nextScanAt: string | null;
  createdAt: string;
  /** False if the operator allows its directory no more. */
  isAllowed: boolean;
  /** Files of it now, those that are gone, and versions that were edited since. */
  files: number;
  gone: number;
  changed: number;
  /** The last scan, finished or not. */
  scan: ScanState | null;
}

export interface ImportedFile {
  id: string;
  shownPath: string;
  sizeBytes: number;
  state: "new" | "imported" | "known" | "failed";
  isWaiting: boolean;
  /** Why it was not imported. */
  failure: FileFailure | null;
  sampleId: string | null;
  /** Why its sample could not be analysed. */
  analysisFailure: string | null;
  goneAt: string | null;
  replacedAt: string | null;
  movedFrom: string | null;
  createdAt: string;
}

export interface FilePosition {
  createdAt: string;
  id: string;
}
