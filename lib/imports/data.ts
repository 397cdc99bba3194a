import "server-only";
import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { importFiles, importFolders, importScans } from "@/db/schema/imports";
import { samples } from "@/db/schema/samples";
import { failureOf } from "@/lib/analysis/record/failures";
import type { Actor, ActorId } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { CHOICE_ROWS, type FileFailure, type FileList } from "./constants";
import { allowedDir, allowedDirs, allowedRoot, realRoot } from "./disk/allowed-dirs";
import { unreachableReason } from "./disk/disk-error";
import { listFolders } from "./disk/list-folders";
import { filesPerSecond, secondsLeft } from "./pace";
import { inside, pathToken, readPath, shownName, shownParts } from "./relative-path";
import {
  type AllowedDirState,
  type ChooseFolder,
  chooseFolderSchema,
  type FilePosition,
  type FolderChoice,
  type ImportedFile,
  type ImportFolder,
  type ScanState,
} from "./schema";

/** A Date would lose the microseconds, and a page would skip what was made in the same millisecond. */
const exact = (column: SQL) => sql<string>`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const folderTime = exact(sql`${importFolders.createdAt}`);
const fileTime = exact(sql`${importFiles.createdAt}`);

const folderColumns = {
  id: importFolders.id,
  root: importFolders.root,
  name: importFolders.name,
  shownPath: importFolders.shownPath,
  schedule: importFolders.schedule,
  nextScanAt: importFolders.nextScanAt,
  createdAt: folderTime,
};
type FolderRow = Omit<typeof importFolders.$inferSelect, "createdAt"> & { createdAt: string };

/**
 * One level of the folders that may be imported, as people walk through them. Null if there is none: whatever is in the
 * way, the answer tells nothing about what is there.
 */
export async function readFolderChoice(actor: Actor, input: ChooseFolder): Promise<FolderChoice | null> {
  requirePermission(actor, "imports:manage");
  const { dir: key, path: token, after } = chooseFolderSchema.parse(input);
  if (key === undefined) {
    const folders = allowedDirs().map(({ name, key: dir }) => ({ name, dir, path: "" }));
    return { dir: null, path: "", shownPath: "", folders, next: null, audioFiles: 0 };
  }
  const [dir, path] = [allowedDir(key), readPath(token)];
  if (!dir || !path) return null;
  const position = { after: after === undefined ? null : Buffer.from(after, "base64url"), limit: CHOICE_ROWS };
  const found = await realRoot(dir.root)
    .then((root) => listFolders({ root, folder: path }, position))
    .catch(() => null);
  if (!found) return null;
  const last = found.names.at(-1);
  return {
    dir: key,
    path: token,
    shownPath: path.length === 0 ? dir.name : `${dir.name}/${shownParts(path)}`,
    folders: found.names.map((name) => ({ name: shownName(name), dir: key, path: pathToken(inside(path, name)) })),
    next: found.hasMore && last ? pathToken(last) : null,
    audioFiles: found.audioFiles,
  };
}

/** Each allowed directory, and what is in the way of reading it. For admins only. */
export async function listAllowedDirs(actor: Actor): Promise<AllowedDirState[]> {
  requirePermission(actor, "system:observe");
  return Promise.all(
    allowedDirs().map(async ({ key, root }) => {
      const trouble = await realRoot(root)
        .then((real) => listFolders({ root: real, folder: Buffer.alloc(0) }, { after: null, limit: 1 }))
        .then(() => null, unreachableReason);
      return { key, root, trouble };
    }),
  );
}

/** One page of the owner's folders, the newest first. */
export async function listImportFolders(
  owner: ActorId,
  { limit, after }: { limit: number; after: FilePosition | null },
): Promise<{ folders: ImportFolder[]; next: FilePosition | null }> {
  const isFurther =
    after &&
    sql`(${importFolders.createdAt}, ${importFolders.id}) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  const found = await db()
    .select(folderColumns)
    .from(importFolders)
    .where(and(eq(importFolders.ownerId, owner), isFurther ?? undefined))
    .orderBy(desc(importFolders.createdAt), desc(importFolders.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = found.length > limit && last ? { createdAt: last.createdAt, id: last.id } : null;
  return { folders: await described(shown), next };
}

/** Returns null if there is none, or it is another person's. */
export async function findImportFolder(owner: ActorId, id: string): Promise<ImportFolder | null> {
  const mine = and(eq(importFolders.id, id), eq(importFolders.ownerId, owner));
  const [folder] = await described(await db().select(folderColumns).from(importFolders).where(mine));
  return folder ?? null;
}

async function described(rows: readonly Pick<FolderRow, keyof typeof folderColumns>[]): Promise<ImportFolder[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [counts, scans] = await Promise.all([countFiles(ids), lastScans(ids)]);
  return rows.map(({ root, nextScanAt, ...row }) => {
    const { files, gone, changed } = counts.get(row.id) ?? { files: 0, gone: 0, changed: 0 };
    const isAllowed = allowedRoot(root) !== undefined;
    const scan = scans.get(row.id) ?? null;
    return { ...row, nextScanAt: nextScanAt?.toISOString() ?? null, isAllowed, files, gone, changed, scan };
  });
}

const isPresent = and(isNull(importFiles.replacedAt), isNull(importFiles.goneAt));

async function countFiles(folderIds: string[]) {
  const rows = await db()
    .select({
      folderId: importFiles.folderId,
      files: sql<number>`(count(*) filter (where ${isPresent}))::int`,
      gone: sql<number>`(count(*) filter (where ${importFiles.goneAt} is not null and ${importFiles.replacedAt} is null))::int`,
      changed: sql<number>`(count(*) filter (where ${importFiles.replacedAt} is not null))::int`,
    })
    .from(importFiles)
    .where(inArray(importFiles.folderId, folderIds))
    .groupBy(importFiles.folderId);
  return new Map(rows.map((row) => [row.folderId, row]));
}

async function lastScans(folderIds: string[]): Promise<Map<string, ScanState>> {
  const rows = await db()
    .selectDistinctOn([importScans.folderId])
    .from(importScans)
    .where(inArray(importScans.folderId, folderIds))
    .orderBy(importScans.folderId, desc(importScans.createdAt));
  const analysed = await countAnalysed(rows.map(({ id }) => id));
  return new Map(rows.map((row) => [row.folderId, scanState(row, analysed.get(row.id))]));
}

/** What became of the samples that a scan made. */
async function countAnalysed(scanIds: string[]) {
  const rows = await db()
    .select({
      scanId: sql<string>`${importFiles.readBy}`,
      analysed: sql<number>`(count(*) filter (where ${samples.status} = 'completed'))::int`,
      notAnalysed: sql<number>`(count(*) filter (where ${samples.status} = 'failed'))::int`,
      total: count(),
    })
    .from(importFiles)
    .innerJoin(samples, and(eq(samples.id, importFiles.sampleId), isNull(samples.deletedAt)))
    .where(and(inArray(importFiles.readBy, scanIds), eq(importFiles.state, "imported"), isNull(importFiles.movedFrom)))
    .groupBy(importFiles.readBy);
  return new Map(rows.map((row) => [row.scanId, row]));
}

function scanState(
  row: typeof importScans.$inferSelect,
  counted: { analysed: number; notAnalysed: number; total: number } | undefined,
): ScanState {
  const { runId, leaseUntil, queuedAt, identity, folderId, ownerId, readingMs, ...scan } = row;
  const { analysed, notAnalysed, total } = counted ?? { analysed: 0, notAnalysed: 0, total: 0 };
  const sinceMs = Date.now() - row.createdAt.getTime();
  return {
    ...scan,
    analysed,
    notAnalysed,
    analysing: total - analysed - notAnalysed,
    filesPerSecond: filesPerSecond(row.filesRead, readingMs),
    secondsLeft: secondsLeft({ ...row, settled: analysed + notAnalysed, made: total, sinceMs }),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    tryAgainAt: row.tryAgainAt?.toISOString() ?? null,
  };
}

const other = alias(importFiles, "other");
/** The same sample is still there under another path of the folder. */
const isElsewhere = () =>
  db()
    .select({ id: other.id })
    .from(other)
    .where(
      and(
        eq(other.sampleId, importFiles.sampleId),
        eq(other.folderId, importFiles.folderId),
        isNull(other.goneAt),
        isNull(other.replacedAt),
      ),
    );

/** Which files a list has. */
const LISTS: Readonly<Record<FileList, () => SQL | undefined>> = {
  all: () => isPresent,
  problems: () => and(isPresent, or(isNotNull(importFiles.failureCode), eq(samples.status, "failed"))),
  gone: () => and(isNotNull(importFiles.goneAt), isNull(importFiles.replacedAt), notExists(isElsewhere())),
  changed: () => isNotNull(importFiles.replacedAt),
  moved: () => and(isPresent, isNotNull(importFiles.movedFrom)),
};

/** One page of a folder's files, in the order in which they were found. Null if the folder is not the owner's. */
export async function listImportFiles(
  owner: ActorId,
  folderId: string,
  { list, limit, after }: { list: FileList; limit: number; after: FilePosition | null },
): Promise<{ files: ImportedFile[]; next: FilePosition | null } | null> {
  const mine = and(eq(importFolders.id, folderId), eq(importFolders.ownerId, owner));
  const [folder] = await db().select({ id: importFolders.id }).from(importFolders).where(mine);
  if (!folder) return null;
  const rows = await db()
    .select({
      id: importFiles.id,
      shownPath: importFiles.shownPath,
      sizeBytes: importFiles.sizeBytes,
      state: importFiles.state,
      waitingSince: importFiles.waitingSince,
      failureCode: importFiles.failureCode,
      sampleId: importFiles.sampleId,
      analysisFailure: samples.failureCode,
      goneAt: importFiles.goneAt,
      replacedAt: importFiles.replacedAt,
      movedFrom: importFiles.movedFrom,
      createdAt: fileTime,
    })
    .from(importFiles)
    .leftJoin(samples, and(eq(samples.id, importFiles.sampleId), isNull(samples.deletedAt)))
    .where(and(eq(importFiles.folderId, folderId), LISTS[list](), after ? gt(importFiles.id, after.id) : undefined))
    .orderBy(asc(importFiles.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? { createdAt: last.createdAt, id: last.id } : null;
  const files = shown.map(
    ({ waitingSince, failureCode, analysisFailure, goneAt, replacedAt, ...row }): ImportedFile => ({
      ...row,
      isWaiting: waitingSince !== null,
      failure: failureCode as FileFailure | null,
      analysisFailure: analysisFailure === null ? null : failureOf(analysisFailure).message,
      goneAt: goneAt?.toISOString() ?? null,
      replacedAt: replacedAt?.toISOString() ?? null,
    }),
  );
  return { files, next };
}
