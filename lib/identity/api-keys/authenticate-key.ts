import { ok, type Result, refused } from "@/lib/errors";
import { type Actor, actorOfApiKey } from "@/lib/identity/actor";
import { can, permissionsOf } from "@/lib/identity/permissions";
import { plansAreOn } from "@/lib/identity/plans";
import { isInCidrs } from "./cidr";
import { noteKeyUse } from "./gate";
import { hashKeySecret, looksLikeKey } from "./key-secret";
import { findUsableKeyByHash } from "./lookups";

export type KeyRefusal = "unknown_key" | "address_not_allowed" | "owner_without_access";

/** Finds the actor of a program's key. Asks the database each time: whatever the owner loses, the key loses. */
export async function authenticateKey(
  secret: string,
  address: string | null,
): Promise<Result<{ actor: Actor; requestsPerMinute: number | null }, KeyRefusal>> {
  const key = looksLikeKey(secret) ? await findUsableKeyByHash(hashKeySecret(secret)) : null;
  if (!key) return refused("unknown_key");
  if (key.allowedCidrs.length > 0 && !isInCidrs(address, key.allowedCidrs)) return refused("address_not_allowed");
  if (!can({ permissions: permissionsOf(key.owner.role, plansAreOn()) }, "api:access"))
    return refused("owner_without_access");
  if (key.isUseStale) await noteKeyUse(key.id, address);
  return ok({ actor: actorOfApiKey(key), requestsPerMinute: key.requestsPerMinute });
}
