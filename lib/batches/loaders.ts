import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { isFlagOn } from "@/lib/flags/data";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { can, requirePermission } from "@/lib/identity/permissions";
import { findBatch, listBatches, listBatchItems } from "./data";
import type { Batch, BatchItem } from "./schema";

const BATCHES_A_PAGE = 50;
const ITEMS_A_PAGE = 100;

/** The viewer, if they have the feature. The pages do not exist for others. */
async function viewer() {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "samples:read");
  if (!(await isFlagOn(actor, "batches"))) notFound();
  return actor;
}

/** The viewer's newest batches, as many as one page shows. */
export async function loadBatches(): Promise<{ batches: Batch[]; hasMore: boolean }> {
  const { batches, next } = await listBatches((await viewer()).id, { limit: BATCHES_A_PAGE, after: null });
  return { batches, hasMore: next !== null };
}

interface LoadedBatch {
  batch: Batch;
  items: BatchItem[];
  /** The item after which the next page begins. */
  next: string | null;
  mayChange: boolean;
}

/** A batch with its first items. Null if the viewer has no such batch. */
export async function loadBatch(id: string): Promise<LoadedBatch | null> {
  const actor = await viewer();
  if (!z.uuid().safeParse(id).success) return null;
  const batch = await findBatch(actor.id, id);
  if (!batch) return null;
  const page = await listBatchItems(actor.id, id, { limit: ITEMS_A_PAGE, after: null });
  return { batch, ...page, mayChange: can(actor, "batches:create") };
}

/** Whether the viewer may begin batches. */
export async function loadMayBatch(): Promise<boolean> {
  const actor = actorOf(await requireSession());
  return can(actor, "batches:create") && (await isFlagOn(actor, "batches"));
}
