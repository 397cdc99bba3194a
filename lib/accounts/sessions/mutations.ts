import "server-only";
import { and, eq, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { sessionIdSchema } from "@/lib/accounts/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { AuditSource } from "@/lib/audit/schema";
import { ok, type Result, refused } from "@/lib/errors";
import { notifySessionEnded } from "@/lib/events/mutations";
import type { Ctx } from "@/lib/identity/actor";
import { SESSION_SECONDS } from "@/lib/identity/constants";
import { requireOwnSession } from "@/lib/identity/permissions";
import type { RequestFacts } from "@/lib/request/request-facts";

const USER_AGENT_MAX_LENGTH = 512;
const KEPT_DAYS = 30;

type Device = Pick<RequestFacts, "address" | "userAgent">;

/** A new session, under an id of its own: never one that the browser already had. */
export async function openSession(tx: Executor, userId: string, { address, userAgent }: Device): Promise<string> {
  const [row] = await tx
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

/** Signing out: whoever holds the cookie may end its session. */
export async function endSession(source: AuditSource, sessionId: string): Promise<void> {
  await db().transaction(async (tx) => {
    if ((await endSessions(tx, eq(sessions.id, sessionId))) === 0) return;
    await recordAudit(tx, source, { action: "account.signed_out", target: { type: "session", id: sessionId } });
  });
}

export async function revokeSession(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found">> {
  requireOwnSession(ctx.actor);
  const { id } = sessionIdSchema.parse(input);
  return db().transaction(async (tx) => {
    const ended = await endSessions(tx, and(eq(sessions.id, id), eq(sessions.userId, ctx.actor.id)));
    if (ended === 0) return refused("not_found");
    await recordAudit(tx, ctx, { action: "session.revoked", target: { type: "session", id } });
    return ok(null);
  });
}

/** Every session of the actor but the one in use. */
export async function revokeOtherSessions(ctx: Ctx): Promise<Result<{ ended: number }>> {
  requireOwnSession(ctx.actor);
  return db().transaction(async (tx) => {
    const ended = await endSessionsOf(tx, ctx.actor.id, { except: ctx.actor.sessionId });
    await recordAudit(tx, ctx, {
      action: "session.others_revoked",
      target: { type: "user", id: ctx.actor.id },
      after: { ended },
    });
    return ok({ ended });
  });
}

/** In the transaction of what makes them end. */
export function endSessionsOf(
  tx: Executor,
  userId: string,
  { except = null }: { except?: string | null } = {},
): Promise<number> {
  const theirs = eq(sessions.userId, userId);
  return endSessions(tx, except ? and(theirs, ne(sessions.id, except)) : theirs);
}

/** Pages, actions and the API ask the row each time; open event streams are told. */
export async function endSessions(tx: Executor, which: SQL | undefined): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(which, isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  for (const { id } of ended) await notifySessionEnded(tx, id);
  return ended.length;
}

export async function sweepSessions(): Promise<number> {
  const swept = await db()
    .delete(sessions)
    .where(lt(sessions.expiresAt, sql`now() - make_interval(days => ${KEPT_DAYS})`));
  return swept.rowCount ?? 0;
}
