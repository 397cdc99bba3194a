import "server-only";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { can } from "@/lib/identity/permissions";
import { RECENT_DAYS, RECENT_ROWS } from "./constants";
import { type RecentPlays, recentPlaysOf } from "./data";

/** What of the viewer's was played in the last days. Null if nothing of theirs is public. */
export async function loadRecentPlays(): Promise<RecentPlays[] | null> {
  const actor = actorOf(await requireSession());
  return can(actor, "samples:read") ? recentPlaysOf(actor.id, { days: RECENT_DAYS, limit: RECENT_ROWS }) : null;
}
