import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { and, eq, inArray, lt, lte, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { importScans } from "@/db/schema/imports";
import { asSystem } from "@/lib/audit/sources";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/identity/actor";
import { Unreachable } from "@/lib/imports/disk/disk-error";
import { hasStorageRoom } from "@/lib/platform/storage-room";
import { findKnownBytes } from "@/lib/uploads/data";
import { inTransaction } from "@/lib/work/unit-of-work";
import { copyFiles } from "./batch/copy-files";
import { batchOf, type ReadResult, readBatch } from "./batch/read-batch";
import { isUnchanged, settleBatch } from "./batch/settle-batch";
import { findImporter, findScanFolder, findWait, findWaiting } from "./lookups";
import { openScanFolder, type ScannedFolder } from "./open-folder";
import { findGone } from "./settled/writes";
import { LEASE_SECONDS, PORTION_MS } from "./timing";
import { walkFolder } from "./walk-folder";
import {
  type ClaimedScan,
  claimScan,
  finishScan,
  leaveUnreachable,
  queueScans,
  requestDueScans,
  type ScanRun,
  stopScan,
} from "./writes";

const FILES_A_BATCH = 64;
const LONGEST_WAIT_MS = 2_000;
const SCANS_A_SWEEP = 100;
/** A scan that the executor took and has not begun after this long is handed to it again. */
const UNBEGUN_SECONDS = env.EXECUTOR_PATIENCE_SECONDS;

/**
 * Works on a scan for some seconds. It may be killed at any point and called again: what is written is written with all
 * that belongs to it. `more` is false if nothing is left for this run to do.
 */
export async function continueScan(run: ScanRun): Promise<{ more: boolean }> {
  const scan = await inTransaction(asSystem(), (work) => claimScan(work, run));
  if (!scan) return { more: false };
  const importer = await findImporter(scan.ownerId);
  if (!importer) {
    await inTransaction(asSystem(), (work) => stopScan(work, run, { reason: "not_permitted" }));
    return { more: false };
  }
  try {
    const folder = await findScanFolder(scan.folderId);
    if (!folder) return { more: false };
    if (scan.phase === "walking") return { more: await walkFolder(run, scan, folder) };
    return { more: await readPortion(run, scan, importer, await openScanFolder(folder, scan.identity)) };
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    await inTransaction(asSystem(), (work) => leaveUnreachable(work, run, error.reason));
    return { more: false };
  }
}

/** Returns false if the scan is over, stopped, or not this run's any more. */
async function readPortion(run: ScanRun, scan: ClaimedScan, importer: Actor, folder: ScannedFolder): Promise<boolean> {
  const end = performance.now() + PORTION_MS;
  while (performance.now() < end) {
    const waiting = await findWaiting(scan.folderId, FILES_A_BATCH);
    if (waiting.length > 0) {
      const outcome = await importBatch(run, scan, importer, { folder, waiting });
      if (outcome !== "settled") return false;
      continue;
    }
    const waitMs = await findWait(scan.folderId);
    if (waitMs === null) {
      await inTransaction(asSystem(), (work) => finishScan(work, run));
      return false;
    }
    await wait(Math.min(Math.max(waitMs, 50), LONGEST_WAIT_MS));
  }
  return true;
}

async function importBatch(
  run: ScanRun,
  scan: ClaimedScan,
  importer: Actor,
  { folder, waiting }: { folder: ScannedFolder; waiting: Parameters<typeof batchOf>[0] },
) {
  const startedAt = performance.now();
  const read = await readBatch(folder, batchOf(waiting));
  const toCopy = await findNew(scan, importer, read);
  const bytes = toCopy.reduce((sum, { content }) => sum + content.sizeBytes, 0);
  if (!(await hasStorageRoom(bytes))) {
    await inTransaction(asSystem(), (work) => stopScan(work, run, { reason: "no_room" }));
    return "stopped";
  }
  const { copied, others } = await copyFiles(folder, toCopy);
  const failed = new Set(others.map(fileOf));
  const results = [...read.filter((result) => !failed.has(fileOf(result))), ...others];
  return settleBatch(run, scan, importer, { results, copied, readingMs: Math.round(performance.now() - startedAt) });
}

const fileOf = (result: ReadResult) => (result.kind === "read" ? result.content.file : result.file);

/** Those whose bytes seem to be new: of several with the same, the first. The others are known after it. */
async function findNew(scan: ClaimedScan, importer: Actor, results: readonly ReadResult[]) {
  const changed = results.flatMap((result) => (result.kind === "read" && !isUnchanged(result.content) ? [result] : []));
  const sha256s = [...new Set(changed.map(({ content }) => content.sha256))];
  if (sha256s.length === 0) return [];
  const [known, gone] = [await findKnownBytes(importer.id, sha256s), await findGone(db(), scan.folderId, sha256s)];
  const had = new Set([...known, ...gone].map(({ sha256 }) => sha256));
  return changed.filter(({ content: { sha256 } }) => {
    if (had.has(sha256)) return false;
    had.add(sha256);
    return true;
  });
}

/** The executor has given up: the scan stops, and its owner can resume it. */
export async function giveUpScan(run: ScanRun): Promise<void> {
  await inTransaction(asSystem(), (work) => stopScan(work, run, { reason: "internal" }));
}

/** Hands scans to the executor again that it has lost, or whose run died. Returns how many. */
export async function requeueScans(): Promise<number> {
  const longAgo = sql`now() - make_interval(secs => ${UNBEGUN_SECONDS})`;
  const isLost = or(
    and(eq(importScans.status, "waiting"), lt(importScans.queuedAt, longAgo)),
    and(
      eq(importScans.status, "running"),
      lt(importScans.leaseUntil, sql`now()`),
      lt(importScans.queuedAt, sql`now() - make_interval(secs => ${LEASE_SECONDS})`),
    ),
  );
  const lost = await db().select({ id: importScans.id }).from(importScans).where(isLost).limit(SCANS_A_SWEEP);
  if (lost.length === 0) return 0;
  const these = inArray(
    importScans.id,
    lost.map(({ id }) => id),
  );
  return inTransaction(asSystem(), (work) => queueScans(work, and(these, isLost)));
}

/** Resumes scans whose time has come: the folder may be back, or the day's uploads have begun anew. */
export async function resumeScans(): Promise<number> {
  return inTransaction(asSystem(), async (work) => {
    const isDue = and(inArray(importScans.status, ["unreachable", "stopped"]), lte(importScans.tryAgainAt, sql`now()`));
    const due = await work.tx
      .update(importScans)
      .set({ status: "waiting", tryAgainAt: null })
      .where(isDue)
      .returning({ id: importScans.id });
    if (due.length === 0) return 0;
    return queueScans(
      work,
      inArray(
        importScans.id,
        due.map(({ id }) => id),
      ),
    );
  });
}

/** Begins scans that a schedule asks for. */
export const startDueScans = (): Promise<number> =>
  inTransaction(asSystem(), (work) => requestDueScans(work, SCANS_A_SWEEP));
