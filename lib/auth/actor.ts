import type { Role, Viewer } from "./schema";

declare const ownerBrand: unique symbol;
/** The id of somebody who proved to be that person. Only this folder makes one. */
export type ActorId = string & { readonly [ownerBrand]: true };

/** Who acts. A signed-in browser has a session. */
export interface Actor {
  id: ActorId;
  role: Role;
  isDemo: boolean;
  sessionId: string | null;
}

/** What every verb is called with: who acts, and the request it is logged under. */
export interface Ctx {
  actor: Actor;
  requestId: string;
}

/** A live session and whose it is. */
export interface ActiveSession {
  sessionId: string;
  expiresAt: Date;
  viewer: Viewer;
}

export function actorOf(session: ActiveSession): Actor {
  const { id, role, isDemo } = session.viewer;
  return { id: id as ActorId, role, isDemo, sessionId: session.sessionId };
}

/** For commands run on the machine itself on a person's behalf, such as the seed. */
export function actorOnBehalfOf(user: { id: string; role: Role; isDemo: boolean }): Actor {
  return { id: user.id as ActorId, role: user.role, isDemo: user.isDemo, sessionId: null };
}
