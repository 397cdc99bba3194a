import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { actorOf } from "./actor";
import { PATH_HEADER, SIGN_IN_PATH } from "./constants";
import { currentSession } from "./current-actor";
import { listActiveSessions } from "./data";
import type { DeviceSession, Viewer } from "./schema";

export async function loadViewer(): Promise<Viewer | null> {
  return (await currentSession())?.viewer ?? null;
}

/** The viewer; a stranger is sent to sign in and comes back afterwards. */
export async function requireViewer(): Promise<Viewer> {
  return (await requireSession()).viewer;
}

/** Signed-in browsers of the viewer, the latest seen first. */
export async function loadDeviceSessions(): Promise<DeviceSession[]> {
  const session = await requireSession();
  const rows = await listActiveSessions(actorOf(session).id);
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.userAgent,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    current: row.id === session.sessionId,
  }));
}

export async function requireSession() {
  const session = await currentSession();
  if (session) return session;
  const path = (await headers()).get(PATH_HEADER);
  return redirect(path ? `${SIGN_IN_PATH}?next=${encodeURIComponent(path)}` : SIGN_IN_PATH);
}
