import "server-only";
import { and, asc, eq, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { importFiles, importFolders } from "@/db/schema/imports";
import { users } from "@/db/schema/users";
import { isFlagOn } from "@/lib/flags/data";
import { type Actor, actorOnBehalfOf } from "@/lib/identity/actor";
import { can } from "@/lib/identity/permissions";

/** The person whose import it is, if they may still import. */
export async function findImporter(ownerId: string): Promise<Actor | null> {
  const { id, role, isDemo } = users;
  const isActive = and(eq(id, ownerId), isNull(users.suspendedAt), isNull(users.deletionRequestedAt));
  const [row] = await db().select({ id, role, isDemo }).from(users).where(isActive);
  if (!row) return null;
  const actor = actorOnBehalfOf(row);
  const mayImport = can(actor, "imports:manage") && can(actor, "samples:upload");
  return mayImport && (await isFlagOn(actor, "server-folders")) ? actor : null;
}

export async function findScanFolder(folderId: string) {
  const { root, path, name, identity, disks } = importFolders;
  const [row] = await db()
    .select({ root, path, name, identity, disks })
    .from(importFolders)
    .where(eq(importFolders.id, folderId));
  return row ?? null;
}
export type ScanFolder = NonNullable<Awaited<ReturnType<typeof findScanFolder>>>;

const isWaiting = (folderId: string) => and(eq(importFiles.folderId, folderId), isNotNull(importFiles.waitingSince));

/** The next files to read, in the order in which they were found. */
export async function findWaiting(folderId: string, limit: number) {
  const isDue = or(isNull(importFiles.notBefore), lte(importFiles.notBefore, sql`now()`));
  return db()
    .select({
      id: importFiles.id,
      path: importFiles.path,
      shownPath: importFiles.shownPath,
      sizeBytes: importFiles.sizeBytes,
      sha256: importFiles.sha256,
      state: importFiles.state,
      tries: importFiles.tries,
    })
    .from(importFiles)
    .where(and(isWaiting(folderId), isDue))
    .orderBy(asc(importFiles.id))
    .limit(limit);
}
export type WaitingFile = Awaited<ReturnType<typeof findWaiting>>[number];

/** How long until the next file may be read; null if none waits. */
export async function findWait(folderId: string): Promise<number | null> {
  const [row] = await db()
    .select({ ms: sql<number | null>`extract(epoch from min(${importFiles.notBefore}) - now())::float8 * 1000` })
    .from(importFiles)
    .where(isWaiting(folderId));
  return row?.ms ?? null;
}
