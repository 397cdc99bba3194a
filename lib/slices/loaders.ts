import "server-only";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { requirePermission } from "@/lib/identity/permissions";
import { findOrigin } from "./data";
import type { SampleOrigin } from "./schema";

/** What the sample was cut out of. */
export async function loadOrigin(sampleId: string): Promise<SampleOrigin | null> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "samples:read");
  return findOrigin(actor.id, sampleId);
}
