import type { RequestFacts } from "@/lib/request/request-facts";
import { type Permission, permissionsOf, type Role } from "./permissions";
import { plansAreOn } from "./plans";
import type { Viewer } from "./schema";

declare const ownerBrand: unique symbol;
/** The id of a person who has proved who they are. Only this folder creates one. */
export type ActorId = string & { readonly [ownerBrand]: true };

/** Who acts: a signed-in person, a program with a key, or the operator on a person's behalf. */
export interface Actor {
  id: ActorId;
  role: Role;
  permissions: ReadonlySet<Permission>;
  isDemo: boolean;
  sessionId: string | null;
  apiKeyId: string | null;
}

/** The context of every verb: who acts, and the facts of the request. */
export interface Ctx extends RequestFacts {
  actor: Actor;
}

/** A live session and its person. */
export interface ActiveSession {
  sessionId: string;
  expiresAt: Date;
  viewer: Viewer;
}

export function actorOf(session: ActiveSession): Actor {
  return { ...personOf(session.viewer), sessionId: session.sessionId };
}

/** The actor of a program with a key: the key's owner, limited to the key's scopes. */
export function actorOfApiKey(key: {
  id: string;
  scopes: readonly string[];
  owner: { id: string; role: Role; isDemo: boolean };
}): Actor {
  return {
    ...personOf(key.owner),
    permissions: permissionsOf(key.owner.role, plansAreOn(), key.scopes),
    apiKeyId: key.id,
  };
}

/** For commands that run on the machine on a person's behalf, such as the seed. */
export function actorOnBehalfOf(user: { id: string; role: Role; isDemo: boolean }): Actor {
  return personOf(user);
}

function personOf({ id, role, isDemo }: { id: string; role: Role; isDemo: boolean }): Actor {
  const permissions = permissionsOf(role, plansAreOn());
  return { id: id as ActorId, role, permissions, isDemo, sessionId: null, apiKeyId: null };
}
