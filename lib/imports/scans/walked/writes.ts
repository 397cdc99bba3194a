import "server-only";
import { and, eq, isNotNull, isNull, ne, not, sql } from "drizzle-orm";
import { importFiles, importFolders, importScans } from "@/db/schema/imports";
import type { FileFailure } from "@/lib/imports/constants";
import { type KnownDisk, storedDisk } from "@/lib/imports/disk/disks";
import { shownParts } from "@/lib/imports/relative-path";
import type { ClaimedScan } from "@/lib/imports/scans/writes";
import type { Work } from "@/lib/work/unit-of-work";
import { isBelowIn } from "./below";
import { DISKS_MAX, UNREADABLE_MAX } from "./bounds";

export interface FoundFile {
  path: Buffer;
  sizeBytes: number;
  fingerprint: string;
}

/** A folder, a file or a disk about which a walk could learn nothing. */
export interface UnreadablePlace {
  path: Buffer;
  failure: FileFailure;
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

/**
 * What cannot be read is among the files, so that its owner sees why others are missing. Call it with as many as one
 * statement may hold.
 */
export async function writeUnreadable(
  { tx }: Work,
  scan: ClaimedScan,
  places: readonly UnreadablePlace[],
): Promise<void> {
  if (places.length === 0) return;
  const { id: seenBy, folderId, ownerId } = scan;
  const failed = { state: "failed", seenBy, readBy: seenBy, folderId, ownerId } as const;
  const rows = places.map(({ path, failure }) => ({
    ...failed,
    path,
    failureCode: failure,
    shownPath: shownParts(path),
  }));
  await tx
    .insert(importFiles)
    .values(rows)
    .onConflictDoUpdate({
      target: [importFiles.folderId, importFiles.pathHash],
      targetWhere: isNull(importFiles.replacedAt),
      set: { failureCode: sql`excluded.failure_code`, seenBy, readBy: seenBy, waitingSince: null, goneAt: null },
    });
}

/** Whether the folder had files before this scan that are not known to be gone. */
export async function hadFiles({ tx }: Work, scan: ClaimedScan): Promise<boolean> {
  const present = and(isPresent(scan), isNotNull(importFiles.sampleId));
  return (await tx.select({ id: importFiles.id }).from(importFiles).where(present).limit(1)).length > 0;
}

const isPresent = ({ folderId }: ClaimedScan) =>
  and(eq(importFiles.folderId, folderId), isNull(importFiles.replacedAt), isNull(importFiles.goneAt));

interface WalkEnd {
  identity: string;
  unreadable: readonly Buffer[];
  /** Places that cannot be read, however many. */
  filesFailed: number;
  disks: readonly KnownDisk[];
}

/**
 * The walk is over: what it did not see is gone. Of files that never became a sample nothing remains. Nothing is said
 * about what lies where nothing could be read.
 */
export async function finishWalk(
  { tx }: Work,
  scan: ClaimedScan,
  { identity, unreadable, filesFailed, disks }: WalkEnd,
): Promise<void> {
  const isUnseen = and(
    isPresent(scan),
    ne(importFiles.seenBy, scan.id),
    not(isBelowIn(importFiles.path, unreadable.slice(0, UNREADABLE_MAX))),
  );
  let gone = 0;
  if (unreadable.length <= UNREADABLE_MAX && disks.length <= DISKS_MAX) {
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
      filesFailed: sql`${importScans.filesFailed} + ${filesFailed}`,
      filesToRead: sql`${importScans.filesRead} + (select count(*) ${waiting})`,
      bytesToRead: sql`${importScans.bytesRead} + (select coalesce(sum(${importFiles.sizeBytes}), 0) ${waiting})`,
    })
    .where(eq(importScans.id, scan.id));
  const remembered = disks.slice(0, DISKS_MAX).map(storedDisk);
  await tx.update(importFolders).set({ identity, disks: remembered }).where(eq(importFolders.id, scan.folderId));
}
