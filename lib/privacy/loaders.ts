import "server-only";
import { findOwnAccount } from "@/lib/accounts/data";
import { actorOf } from "@/lib/identity/actor";
import { currentSession } from "@/lib/identity/current-actor";
import { requireSession } from "@/lib/identity/loaders";
import { countBelongings, findDeletionTime } from "./data";
import { findLatestExport } from "./exports/data";
import type { YourData } from "./schema";

export async function loadYourData(): Promise<YourData> {
  const { id } = actorOf(await requireSession());
  const [account, belongings, latestExport] = await Promise.all([
    findOwnAccount(id),
    countBelongings(id),
    findLatestExport(id),
  ]);
  const { isDemo = false, passwordHash = null } = account ?? {};
  return { isDemo, hasPassword: passwordHash !== null, ...belongings, latestExport };
}

/** When the viewer's account will be deleted, in ISO 8601. Returns null if no deletion was requested. */
export async function loadDeletionTime(): Promise<string | null> {
  const session = await currentSession();
  const at = session && (await findDeletionTime(actorOf(session).id));
  return at?.toISOString() ?? null;
}
