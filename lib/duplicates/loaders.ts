import "server-only";
import { z } from "zod";
import { type Actor, actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { requirePermission } from "@/lib/identity/permissions";
import { findDuplicates, listDuplicateGroups } from "./data";
import type { DuplicateGroup } from "./schema";

/** The signed-in person, if their role may see samples. */
async function viewer(): Promise<Actor> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "samples:read");
  return actor;
}

/** The groups of a sample; none if the id is malformed or unknown, or the sample belongs to another person. */
export async function loadDuplicates(sampleId: string): Promise<DuplicateGroup[]> {
  const owner = await viewer();
  return z.uuid().safeParse(sampleId).success ? ((await findDuplicates(owner.id, sampleId)) ?? []) : [];
}

const GROUPS_SHOWN = 20;

/** One page of all groups, the newest first. A malformed `after` begins at the start. */
export async function loadDuplicateGroups(
  after: string | null,
): Promise<{ groups: DuplicateGroup[]; next: string | null }> {
  const owner = await viewer();
  const from = z.uuid().safeParse(after).data ?? null;
  return listDuplicateGroups(owner.id, { kind: null, limit: GROUPS_SHOWN, after: from });
}
