import type { RequestFacts } from "@/lib/request/request-facts";
import { type Permission, permissionsOf, type Role } from "./permissions";
import type { Viewer } from "./schema";

declare const ownerBrand: unique symbol;
/** The id of somebody who proved to be that person. Only this folder makes one. */
export type ActorId = string & { readonly [ownerBrand]: true };

/** Who acts: a signed-in browser, a program with a key, or the operator of the machine on a person's behalf. */
export interface Actor {
  id: ActorId;
  role: Role;
  permissions: ReadonlySet<Permission>;
  isDemo: boolean;
  sessionId: string | null;
  apiKeyId: string | null;
}

/** What every verb is called with: who acts, and the request it is logged under. */
export interface Ctx extends RequestFacts {
  actor: Actor;
}

/** A live session and whose it is. */
export interface ActiveSession {
  sessionId: string;
  expiresAt: Date;
  viewer: Viewer;
}

export function actorOf(session: ActiveSession): Actor {
  return { ...personOf(session.viewer), sessionId: session.sessionId };
}

/** A program that showed a key: its owner, with no more than the key's scopes. */
export function actorOfApiKey(key: {
  id: string;
  scopes: readonly string[];
  owner: { id: string; role: Role; isDemo: boolean };
}): Actor {
  return { ...personOf(key.owner), permissions: permissionsOf(key.owner.role, key.scopes), apiKeyId: key.id };
}

/** For commands run on the machine itself on a person's behalf, such as the seed. */
export function actorOnBehalfOf(user: { id: string; role: Role; isDemo: boolean }): Actor {
  return personOf(user);
}

function personOf({ id, role, isDemo }: { id: string; role: Role; isDemo: boolean }): Actor {
  return { id: id as ActorId, role, permissions: permissionsOf(role), isDemo, sessionId: null, apiKeyId: null };
}
