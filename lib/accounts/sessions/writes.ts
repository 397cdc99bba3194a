import "server-only";
import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { SESSION_SECONDS } from "@/lib/identity/constants";
import type { RequestFacts } from "@/lib/request/request-facts";
import type { Work } from "@/lib/work/unit-of-work";

const USER_AGENT_MAX_LENGTH = 512;

type Device = Pick<RequestFacts, "address" | "userAgent">;

/** Opens a session with a new id, never one that the browser already had. */
export async function openSession(work: Work, userId: string, { address, userAgent }: Device): Promise<string> {
  const [row] = await work.tx
    .insert(sessions)
    .values({
      userId,
      address,
      userAgent: userAgent?.slice(0, USER_AGENT_MAX_LENGTH) ?? null,
      expiresAt: sql`now() + make_interval(secs => ${SESSION_SECONDS})`,
    })
    .returning({ id: sessions.id });
  if (!row) throw new Error("insert returned no row");
  return row.id;
}

/** Ends a person's sessions. Returns how many there were. */
export function endSessionsOf(
  work: Work,
  userId: string,
  { except = null }: { except?: string | null } = {},
): Promise<number> {
  const theirs = eq(sessions.userId, userId);
  return endSessions(work, except ? and(theirs, ne(sessions.id, except)) : theirs);
}

/** Ends sessions and tells open event streams. Pages, actions and the API read the row at each request. */
export async function endSessions(work: Work, which: SQL | undefined): Promise<number> {
  const ended = await work.tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(which, isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  for (const { id } of ended) work.publish("session.ended", { sessionId: id });
  return ended.length;
}
