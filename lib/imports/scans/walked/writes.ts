import "server-only";
import { and, eq, isNotNull, isNull, ne, not, or, type SQL, sql } from "drizzle-orm";
import { importFiles, importFolders, importScans } from "@/db/schema/imports";
import { shownParts } from "@/lib/imports/relative-path";
import type { ClaimedScan } from "@/lib/imports/scans/writes";
import type { Work } from "@/lib/work/unit-of-work";

/** With more folders than this that cannot be read, nothing is said about what is gone. */
const UNREADABLE_MAX = 200;

export interface FoundFile {
  path: Buffer;
  sizeBytes: number;
  fingerprint: string;
}

/** A walk begins, perhaps again. */
export async function beginWalk({ tx }: Work, scan: ClaimedScan, identity: string): Promise<void> {
  await tx.update(importScans).set({ identity, filesFound: 0, filesLeftOut: 0 }).where(eq(importScans.id, scan.id));
}

/** Files that a walk has found. Those that are new, or not as they were when they were read, wait to be read. */
export async function writeFound({ tx }: Work, scan: ClaimedScan, found: readonly FoundFile[]): Promise<void> {
  if (found.length === 0) return;
  const { id: seenBy, folderId, ownerId } = scan;
  const { fingerprint, failureCode, waitingSince } = importFiles;
  const isAsRead = sql`${fingerprint} = excluded.fingerprint and ${failureCode} is null`;
  const rows = found.map((file) => ({ ...file, folderId, ownerId, seenBy, shownPath: shownParts(file.path) }));
  await tx
    .insert(importFiles)
    .values(rows.map((row) => ({ ...row, waitingSince: sql`now()` })))
    .onConflictDoUpdate({
      target: [importFiles.folderId, importFiles.pathHash],
      targetWhere: isNull(importFiles.replacedAt),
      set: {
        seenBy: sql`excluded.seen_by`,
        sizeBytes: sql`excluded.size_bytes`,
        goneAt: null,
        tries: 0,
        notBefore: null,
        waitingSince: sql`case when ${waitingSince} is not null then ${waitingSince} when ${isAsRead} then null else now() end`,
      },
    });
  await tx
    .update(importScans)
    .set({ filesFound: sql`${importScans.filesFound} + ${found.length}` })
    .where(eq(importScans.id, seenBy));
}

/** A folder that may not be read is among the files, so that its owner sees why others are missing. */
export async function writeUnreadable({ tx }: Work, scan: ClaimedScan, paths: readonly Buffer[]): Promise<void> {
  if (paths.length === 0) return;
  const { id: seenBy, folderId, ownerId } = scan;
  const failed = { state: "failed", failureCode: "folder_unreadable", seenBy, readBy: seenBy } as const;
  const rows = paths.map((path) => ({ ...failed, path, folderId, ownerId, shownPath: shownParts(path) }));
  await tx
    .insert(importFiles)
    .values(rows)
    .onConflictDoUpdate({
      target: [importFiles.folderId, importFiles.pathHash],
      targetWhere: isNull(importFiles.replacedAt),
      set: { failureCode: failed.failureCode, seenBy, readBy: seenBy, waitingSince: null },
    });
}

/** Whether the folder had files before this scan that are not known to be gone. */
export async function hadFiles({ tx }: Work, scan: ClaimedScan): Promise<boolean> {
  const present = and(isPresent(scan), isNotNull(importFiles.sampleId));
  return (await tx.select({ id: importFiles.id }).from(importFiles).where(present).limit(1)).length > 0;
}

const isPresent = ({ folderId }: ClaimedScan) =>
  and(eq(importFiles.folderId, folderId), isNull(importFiles.replacedAt), isNull(importFiles.goneAt));

/**
 * The walk is over: what it did not see is gone. Of files that never became a sample nothing remains. Nothing is said
 * about what lies in folders that could not be read.
 */
export async function finishWalk(
  { tx }: Work,
  scan: ClaimedScan,
  { identity, unreadable }: { identity: string; unreadable: readonly Buffer[] },
): Promise<void> {
  const isUnseen = and(isPresent(scan), ne(importFiles.seenBy, scan.id), not(isBelow(unreadable)));
  let gone = 0;
  if (unreadable.length <= UNREADABLE_MAX) {
    await tx.delete(importFiles).where(and(isUnseen, isNull(importFiles.sampleId), isNull(importFiles.sha256)));
    const marked = await tx.update(importFiles).set({ goneAt: sql`now()`, waitingSince: null }).where(isUnseen);
    gone = marked.rowCount ?? 0;
  }
  const waiting = sql`from ${importFiles} where ${importFiles.folderId} = ${scan.folderId} and ${importFiles.waitingSince} is not null`;
  await tx
    .update(importScans)
    .set({
      phase: "reading",
      filesGone: sql`${importScans.filesGone} + ${gone}`,
      filesFailed: sql`${importScans.filesFailed} + ${unreadable.length}`,
      filesToRead: sql`${importScans.filesRead} + (select count(*) ${waiting})`,
      bytesToRead: sql`${importScans.bytesRead} + (select coalesce(sum(${importFiles.sizeBytes}), 0) ${waiting})`,
    })
    .where(eq(importScans.id, scan.id));
  await tx.update(importFolders).set({ identity }).where(eq(importFolders.id, scan.folderId));
}

function isBelow(folders: readonly Buffer[]): SQL {
  const parts = folders.slice(0, UNREADABLE_MAX).map((folder) => {
    const prefix = Buffer.concat([folder, Buffer.from("/")]);
    return sql`substring(${importFiles.path} from 1 for ${prefix.length}) = ${prefix}`;
  });
  return or(...parts) ?? sql`false`;
}
