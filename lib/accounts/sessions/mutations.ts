import "server-only";
import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { sessionIdSchema } from "@/lib/accounts/schema";
import type { AuditSource } from "@/lib/audit/schema";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import { inTransaction } from "@/lib/work/unit-of-work";
import { endSessions, endSessionsOf } from "./writes";

/** Signs out. Whoever holds the cookie may end its session. */
export async function endSession(source: AuditSource, sessionId: string): Promise<void> {
  await inTransaction(source, async (work) => {
    if ((await endSessions(work, eq(sessions.id, sessionId))) === 0) return;
    work.audit({ action: "account.signed_out", target: { type: "session", id: sessionId } }, source);
  });
}

export async function revokeSession(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found">> {
  requireOwnSession(ctx.actor);
  const { id } = sessionIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const ended = await endSessions(work, and(eq(sessions.id, id), eq(sessions.userId, ctx.actor.id)));
    if (ended === 0) return refused("not_found");
    work.audit({ action: "session.revoked", target: { type: "session", id } });
    return ok(null);
  });
}

/** Ends all of the actor's sessions except the one in use. */
export async function revokeOtherSessions(ctx: Ctx): Promise<Result<{ ended: number }>> {
  requireOwnSession(ctx.actor);
  return inTransaction(ctx, async (work) => {
    const ended = await endSessionsOf(work, ctx.actor.id, { except: ctx.actor.sessionId });
    work.audit({
      action: "session.others_revoked",
      target: { type: "user", id: ctx.actor.id },
      after: { ended },
    });
    return ok({ ended });
  });
}
