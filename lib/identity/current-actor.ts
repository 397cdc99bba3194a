import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { type ActiveSession, type Actor, actorOf } from "./actor";
import { resolveSession } from "./session";

/** The session of the current page or action. The database is asked once per request. */
export const currentSession = cache(async (): Promise<ActiveSession | null> => {
  const [jar, requestHeaders] = await Promise.all([cookies(), headers()]);
  return resolveSession({ headers: requestHeaders, cookie: (name) => jar.get(name)?.value });
});

export async function currentActor(): Promise<Actor | null> {
  const session = await currentSession();
  return session && actorOf(session);
}
