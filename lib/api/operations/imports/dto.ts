import { z } from "zod";
import { FILE_FAILURES, SCAN_STATUSES, SCHEDULES } from "@/lib/imports/constants";
import type { FolderChoice, ImportedFile, ImportFolder, ScanState } from "@/lib/imports/schema";

const count = z.number().int().nonnegative();
const moment = z.iso.datetime().nullable();

export const folderChoiceDto = z.object({
  dir: z.string().nullable(),
  path: z.string(),
  shownPath: z.string(),
  folders: z.array(z.object({ name: z.string(), dir: z.string(), path: z.string() })),
  next: z.string().nullable(),
  audioFiles: count,
});

export const scanDto = z.object({
  id: z.uuid(),
  status: z.enum(SCAN_STATUSES),
  /** Why it does not go on: `storage_bytes`, `missing` and the like. */
  reason: z.string().nullable(),
  phase: z.enum(["walking", "reading"]),
  filesFound: count,
  filesLeftOut: count,
  filesToRead: count,
  filesRead: count,
  filesNew: count,
  filesKnown: count,
  filesChanged: count,
  filesMoved: count,
  filesFailed: count,
  filesGone: count,
  bytesToRead: count,
  bytesRead: count,
  bytesCopied: count,
  analysed: count,
  notAnalysed: count,
  analysing: count,
  filesPerSecond: z.number().nullable(),
  secondsLeft: count.nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: moment,
  /** When it goes on by itself. */
  tryAgainAt: moment,
});

export const importFolderDto = z.object({
  id: z.uuid(),
  name: z.string(),
  shownPath: z.string(),
  schedule: z.enum(SCHEDULES),
  nextScanAt: moment,
  createdAt: z.iso.datetime(),
  isAllowed: z.boolean(),
  files: count,
  gone: count,
  changed: count,
  scan: scanDto.nullable(),
});

export const importedFileDto = z.object({
  id: z.uuid(),
  shownPath: z.string(),
  sizeBytes: count,
  state: z.enum(["new", "imported", "known", "failed"]),
  isWaiting: z.boolean(),
  failure: z.enum(FILE_FAILURES).nullable(),
  sampleId: z.uuid().nullable(),
  /** A sentence, if its sample could not be analysed. */
  analysisFailure: z.string().nullable(),
  goneAt: moment,
  replacedAt: moment,
  movedFrom: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

export const toFolderChoiceDto = ({ dir, path, shownPath, folders, next, audioFiles }: FolderChoice) => ({
  ...{ dir, path, shownPath, next, audioFiles },
  folders: folders.map((folder) => ({ name: folder.name, dir: folder.dir, path: folder.path })),
});

function toScanDto(scan: ScanState): z.infer<typeof scanDto> {
  const { id, status, reason, phase, filesPerSecond, secondsLeft, createdAt, finishedAt, tryAgainAt } = scan;
  const { filesFound, filesLeftOut, filesToRead, filesRead, filesNew, filesKnown } = scan;
  const { filesChanged, filesMoved, filesFailed, filesGone } = scan;
  const { bytesToRead, bytesRead, bytesCopied, analysed, notAnalysed, analysing } = scan;
  return {
    ...{ id, status, reason, phase, filesPerSecond, secondsLeft, createdAt, finishedAt, tryAgainAt },
    ...{ filesFound, filesLeftOut, filesToRead, filesRead, filesNew, filesKnown },
    ...{ filesChanged, filesMoved, filesFailed, filesGone },
    ...{ bytesToRead, bytesRead, bytesCopied, analysed, notAnalysed, analysing },
  };
}

export function toImportFolderDto(folder: ImportFolder): z.infer<typeof importFolderDto> {
  const { id, name, shownPath, schedule, nextScanAt, createdAt, isAllowed, files, gone, changed, scan } = folder;
  return {
    ...{ id, name, shownPath, schedule, nextScanAt, createdAt, isAllowed, files, gone, changed },
    scan: scan && toScanDto(scan),
  };
}

export function toImportedFileDto(file: ImportedFile): z.infer<typeof importedFileDto> {
  const { id, shownPath, sizeBytes, state, isWaiting, failure, sampleId, analysisFailure } = file;
  const { goneAt, replacedAt, movedFrom, createdAt } = file;
  return {
    ...{ id, shownPath, sizeBytes, state, isWaiting, failure, sampleId, analysisFailure },
    ...{ goneAt, replacedAt, movedFrom, createdAt },
  };
}
