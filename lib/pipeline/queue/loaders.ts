import "server-only";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { requirePermission } from "@/lib/identity/permissions";
import { analysisPausedSince, countWaiting } from "./data";

/** How many of the viewer's samples wait while analyses are paused. Returns null if they are not paused. */
export async function loadPause(): Promise<{ waiting: number } | null> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "samples:read");
  return (await analysisPausedSince()) ? { waiting: await countWaiting(actor.id) } : null;
}
