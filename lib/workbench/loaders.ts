import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { type Actor, actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { requirePermission } from "@/lib/identity/permissions";
import type { DoubtedValue } from "./constants";
import { COUNTED_MOST } from "./constants";
import { countDoubted, findWorkpiece, listDoubted } from "./data";
import { type QueuePage, queueInputSchema, type Workpiece } from "./schema";

/** The signed-in person, if they may see and correct samples. */
async function viewer(): Promise<Actor> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "samples:read");
  requirePermission(actor, "samples:update");
  return actor;
}

/** The first page of the queue, and how much there is for each value. */
export async function loadQueue(
  value: DoubtedValue | undefined,
): Promise<{ page: QueuePage; counts: Record<DoubtedValue | "any", number> }> {
  const { id } = await viewer();
  const [page, counts] = await Promise.all([
    listDoubted(id, queueInputSchema.parse({ value })),
    countDoubted(id, COUNTED_MOST),
  ]);
  if (!page.ok) throw new AppError("internal");
  return { page: page.value, counts };
}

/** How much there is in the queue for each value. */
export async function loadDoubtedCounts(): Promise<Record<DoubtedValue | "any", number>> {
  return countDoubted((await viewer()).id, COUNTED_MOST);
}

/** One sample to work on. Null if the viewer has none with this id that is analysed. */
export async function loadWorkpiece(id: string): Promise<Workpiece | null> {
  const owner = await viewer();
  return z.uuid().safeParse(id).success ? findWorkpiece(owner.id, id) : null;
}
