import "server-only";
import { isFlagOn } from "@/lib/flags/data";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { can, type Role } from "@/lib/identity/permissions";
import { KEY_SCOPES, type KeyScope } from "./constants";
import { listApiKeys } from "./data";
import type { ApiKeyListing } from "./schema";

export interface ApiKeysOverview {
  role: Role;
  isDemo: boolean;
  /** Whether the viewer may make and use keys. */
  mayUse: boolean;
  /** Whether the API is switched on for the viewer. */
  isOn: boolean;
  /** What a new key can be granted. */
  scopes: KeyScope[];
  keys: ApiKeyListing[];
}

export async function loadApiKeys(): Promise<ApiKeysOverview> {
  const actor = actorOf(await requireSession());
  const isOn = await isFlagOn(actor, "api");
  return {
    role: actor.role,
    isDemo: actor.isDemo,
    mayUse: isOn && can(actor, "api:access") && !actor.isDemo,
    isOn,
    scopes: KEY_SCOPES.filter((scope) => can(actor, scope)),
    keys: await listApiKeys(actor),
  };
}
