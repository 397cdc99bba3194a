import "server-only";
import { eq } from "drizzle-orm";
import { batches } from "@/db/schema/batches";
import { importFolders, importScans } from "@/db/schema/imports";
import { BATCH_NAME_MAX } from "@/lib/batches/constants";
import { addToBatch, createBatch } from "@/lib/batches/writes";
import type { ClaimedScan } from "@/lib/imports/scans/writes";
import type { Work } from "@/lib/work/unit-of-work";

interface ScanBatch {
  id: string;
  isCancelled: boolean;
}

/** The batch of what a scan brings in. Null if there is none yet. It cannot be stopped until the transaction ends. */
export async function lockScanBatch({ tx }: Work, scanId: string): Promise<ScanBatch | null> {
  const [batch] = await tx
    .select({ id: batches.id, cancelledAt: batches.cancelledAt })
    .from(importScans)
    .innerJoin(batches, eq(batches.id, importScans.batchId))
    .where(eq(importScans.id, scanId))
    .for("no key update", { of: batches });
  return batch ? { id: batch.id, isCancelled: batch.cancelledAt !== null } : null;
}

/** Adds new samples to the batch of a scan. The first ones begin it. */
export async function addToScanBatch(
  work: Work,
  scan: ClaimedScan,
  batch: ScanBatch | null,
  sampleIds: readonly string[],
): Promise<void> {
  if (sampleIds.length > 0) await addToBatch(work, batch?.id ?? (await beginBatch(work, scan)), sampleIds);
}

async function beginBatch(work: Work, { id, folderId, ownerId }: ClaimedScan): Promise<string> {
  const [folder] = await work.tx
    .select({ name: importFolders.name })
    .from(importFolders)
    .where(eq(importFolders.id, folderId));
  const name = (folder?.name ?? "").slice(0, BATCH_NAME_MAX) || "Folder";
  const batchId = await createBatch(work, { ownerId, kind: "import", name });
  await work.tx.update(importScans).set({ batchId }).where(eq(importScans.id, id));
  return batchId;
}
