import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ActiveSession } from "./actor";
import { PATH_HEADER, SIGN_IN_PATH } from "./constants";
import { currentSession } from "./current-actor";
import type { Viewer } from "./schema";

export async function loadViewer(): Promise<Viewer | null> {
  return (await currentSession())?.viewer ?? null;
}

/** The viewer. Sends a visitor to the sign-in page, which brings them back. */
export async function requireViewer(): Promise<Viewer> {
  return (await requireSession()).viewer;
}

/** The session. Sends a visitor to the sign-in page, which brings them back. */
export async function requireSession(): Promise<ActiveSession> {
  const session = await currentSession();
  if (session) return session;
  const path = (await headers()).get(PATH_HEADER);
  return redirect(path ? `${SIGN_IN_PATH}?next=${encodeURIComponent(path)}` : SIGN_IN_PATH);
}
