import "server-only";
import { and, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { importFolders, importScans } from "@/db/schema/imports";
import type { StopReason, UnreachableReason } from "@/lib/imports/constants";
import { nextScan } from "@/lib/imports/next-scan";
import type { Work } from "@/lib/work/unit-of-work";
import { LEASE_SECONDS, UNREACHABLE_RETRY_SECONDS } from "./timing";

/** A scan, as the run that works on it sees it. */
export interface ScanRun {
  scanId: string;
  runId: string;
}

const secondsFromNow = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;
/** The scan is still this run's: nobody paused or cancelled it, and no other run took it over. */
const isMine = ({ scanId, runId }: ScanRun) =>
  and(eq(importScans.id, scanId), eq(importScans.runId, runId), eq(importScans.status, "running"));

const scanColumns = {
  id: importScans.id,
  folderId: importScans.folderId,
  ownerId: importScans.ownerId,
  phase: importScans.phase,
  identity: importScans.identity,
  createdAt: importScans.createdAt,
};

/** Begins to scan a folder. Returns null if a scan of it is not finished yet. */
export async function requestScan(work: Work, folder: { id: string; ownerId: string }): Promise<string | null> {
  const [scan] = await work.tx
    .insert(importScans)
    .values({ folderId: folder.id, ownerId: folder.ownerId })
    .onConflictDoNothing()
    .returning({ id: importScans.id });
  if (!scan) return null;
  work.publish("import.requested", { scanId: scan.id, ownerId: folder.ownerId });
  return scan.id;
}

/**
 * Hands scans to the executor. Each time is a new occurrence: it may still remember an earlier one, and would drop this.
 */
export async function queueScans(work: Work, which: SQL | undefined): Promise<number> {
  const queued = await work.tx
    .update(importScans)
    .set({ queuedAt: sql`clock_timestamp()` })
    .where(which)
    .returning({ id: importScans.id, ownerId: importScans.ownerId, queuedAt: importScans.queuedAt });
  for (const { id, ownerId, queuedAt } of queued) {
    work.publish("import.requested", { scanId: id, ownerId }, String(queuedAt.getTime()));
  }
  return queued.length;
}

/** Takes the scan for this run, or goes on with it. Returns null if it is over, paused or another run's. */
export async function claimScan({ tx }: Work, run: ScanRun) {
  const isFree = or(
    eq(importScans.status, "waiting"),
    and(
      eq(importScans.status, "running"),
      or(eq(importScans.runId, run.runId), lt(importScans.leaseUntil, sql`now()`)),
    ),
  );
  const [scan] = await tx
    .update(importScans)
    .set({
      status: "running",
      runId: run.runId,
      leaseUntil: secondsFromNow(LEASE_SECONDS),
      reason: null,
      tryAgainAt: null,
    })
    .where(and(eq(importScans.id, run.scanId), isFree))
    .returning(scanColumns);
  return scan ?? null;
}
export type ClaimedScan = NonNullable<Awaited<ReturnType<typeof claimScan>>>;

/** What to add to a scan's counts. */
export type Counted = Partial<
  Record<
    | "filesLeftOut"
    | "filesRead"
    | "filesNew"
    | "filesKnown"
    | "filesChanged"
    | "filesMoved"
    | "filesFailed"
    | "filesGone"
    | "bytesRead"
    | "bytesCopied"
    | "readingMs",
    number
  >
>;

/**
 * Renews the lease and adds to the counts. Call it first in a transaction that writes for the scan: until its end nobody
 * can pause or cancel it. Returns false if the run has lost it; then nothing may be written.
 */
export async function holdScan({ tx }: Work, run: ScanRun, counted: Counted = {}): Promise<boolean> {
  const sums = Object.fromEntries(
    Object.entries(counted).map(([name, value]) => [name, sql`${importScans[name as keyof Counted]} + ${value}`]),
  );
  const held = await tx
    .update(importScans)
    .set({ leaseUntil: secondsFromNow(LEASE_SECONDS), ...sums })
    .where(isMine(run));
  return held.rowCount === 1;
}

/** Ends the run's work on a scan that something is in the way of. A person can resume it. */
export async function stopScan(
  { tx }: Work,
  run: ScanRun,
  why: { reason: StopReason; tryAgainAt?: Date | null },
): Promise<void> {
  await tx
    .update(importScans)
    .set({ status: "stopped", reason: why.reason, tryAgainAt: why.tryAgainAt ?? null, leaseUntil: null })
    .where(isMine(run));
}

/** Its owner wants no more of it. What still waits is read by the next scan. */
export async function cancelScan(work: Work, run: ScanRun): Promise<void> {
  const [cancelled] = await work.tx
    .update(importScans)
    .set({ status: "cancelled", reason: null, finishedAt: sql`now()`, leaseUntil: null })
    .where(isMine(run))
    .returning({ folderId: importScans.folderId });
  if (!cancelled) return;
  work.audit({ action: "import.scan_cancelled", target: { type: "import_folder", id: cancelled.folderId } });
}

/** The folder is away. When it is back, everything is looked at again: it may be another disk. */
export async function leaveUnreachable({ tx }: Work, run: ScanRun, reason: UnreachableReason): Promise<void> {
  const tryAgainAt = secondsFromNow(UNREACHABLE_RETRY_SECONDS);
  await tx
    .update(importScans)
    .set({ status: "unreachable", reason, phase: "walking", tryAgainAt, leaseUntil: null })
    .where(isMine(run));
}

/** Every file is read. Writes the counts into the audit. */
export async function finishScan(work: Work, run: ScanRun): Promise<void> {
  const [done] = await work.tx
    .update(importScans)
    .set({ status: "completed", finishedAt: sql`now()`, leaseUntil: null })
    .where(isMine(run))
    .returning({
      folderId: importScans.folderId,
      found: importScans.filesFound,
      imported: importScans.filesNew,
      known: importScans.filesKnown,
      changed: importScans.filesChanged,
      moved: importScans.filesMoved,
      failed: importScans.filesFailed,
      gone: importScans.filesGone,
    });
  if (!done) return;
  const { folderId, ...after } = done;
  work.audit({ action: "import.scan_finished", target: { type: "import_folder", id: folderId }, after });
}

/** Begins the scans of folders whose time has come, also of those whose last scan is not over: then only the time. */
export async function requestDueScans(work: Work, limit: number): Promise<number> {
  const due = await work.tx
    .select({ id: importFolders.id, ownerId: importFolders.ownerId, schedule: importFolders.schedule })
    .from(importFolders)
    .where(lt(importFolders.nextScanAt, sql`now()`))
    .orderBy(importFolders.nextScanAt)
    .limit(limit)
    .for("update", { skipLocked: true });
  let begun = 0;
  for (const { id, ownerId, schedule } of due) {
    await work.tx
      .update(importFolders)
      .set({ nextScanAt: nextScan(schedule) })
      .where(eq(importFolders.id, id));
    if (await requestScan(work, { id, ownerId })) begun += 1;
  }
  return begun;
}

/** What a person may do to a scan, from the statuses in which it makes a difference. */
export async function setScan(
  { tx }: Work,
  folderId: string,
  from: readonly (typeof importScans.$inferSelect)["status"][],
  to: PgUpdateSetSource<typeof importScans>,
): Promise<string | null> {
  const [changed] = await tx
    .update(importScans)
    .set({ leaseUntil: null, tryAgainAt: null, ...to })
    .where(and(eq(importScans.folderId, folderId), inArray(importScans.status, [...from])))
    .returning({ id: importScans.id });
  return changed?.id ?? null;
}
