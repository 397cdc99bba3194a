import type { ActiveSession } from "./actor";
import { findActiveSession } from "./lookups";
import { readSessionId, sessionCookieName } from "./session-cookie";

/** The live session of a request from a page, a route or the proxy. */
export async function resolveSession(request: {
  headers: Pick<Headers, "get">;
  cookie: (name: string) => string | undefined;
}): Promise<ActiveSession | null> {
  const sessionId = await readSessionId(request.cookie(sessionCookieName(request.headers)));
  return sessionId ? findActiveSession(sessionId) : null;
}
