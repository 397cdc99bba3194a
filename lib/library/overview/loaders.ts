import "server-only";
import { isFlagOn } from "@/lib/flags/data";
import { type Actor, actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { requirePermission } from "@/lib/identity/permissions";
import { smallMap, tempoAndKeyCounts } from "./data";
import type { Distributions, SmallMap } from "./schema";

/** The signed-in person, if their role may see samples. */
async function viewer(): Promise<Actor> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "samples:read");
  return actor;
}

export async function loadDistributions(): Promise<Distributions> {
  return tempoAndKeyCounts((await viewer()).id);
}

/** Null where there is no galaxy, or it is switched off. */
export async function loadSmallMap(): Promise<SmallMap | null> {
  const actor = await viewer();
  return (await isFlagOn(actor, "galaxy")) ? smallMap(actor.id) : null;
}
