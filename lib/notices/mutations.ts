import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { notices } from "@/db/schema/notices";
import { personSettings } from "@/db/schema/person-settings";
import { users } from "@/db/schema/users";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type Digest, noticeIdSchema, setDigestSchema } from "./schema";

/** Marks a notice of the actor as read. A second call changes nothing. */
export async function readNotice(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found">> {
  requireOwnSession(ctx.actor);
  const { id } = noticeIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const mine = and(eq(notices.id, id), eq(notices.userId, ctx.actor.id));
    const [changed] = await work.tx
      .update(notices)
      .set({ readAt: sql`now()` })
      .where(and(mine, isNull(notices.readAt)))
      .returning({ id: notices.id });
    if (changed) work.publish("notice.changed", { ownerId: ctx.actor.id });
    const known = changed ?? (await work.tx.select({ id: notices.id }).from(notices).where(mine))[0];
    return known ? ok(null) : refused("not_found");
  });
}

/** Marks all of them as read. */
export async function readAllNotices(ctx: Ctx): Promise<Result<{ read: number }>> {
  requireOwnSession(ctx.actor);
  return inTransaction(ctx, async (work) => {
    const changed = await work.tx
      .update(notices)
      .set({ readAt: sql`now()` })
      .where(and(eq(notices.userId, ctx.actor.id), isNull(notices.readAt)));
    const read = changed.rowCount ?? 0;
    if (read > 0) work.publish("notice.changed", { ownerId: ctx.actor.id });
    return ok({ read });
  });
}

/**
 * Chooses how often the actor hears by e-mail what they have not read. The address must be theirs: otherwise a stranger
 * would get letters that they never asked for.
 */
export async function setDigest(
  ctx: Ctx,
  input: { digest: Digest },
): Promise<Result<null, "unverified" | "demo_account">> {
  requireOwnSession(ctx.actor);
  const { digest } = setDigestSchema.parse(input);
  if (ctx.actor.isDemo) return refused("demo_account");
  const userId = ctx.actor.id;
  return inTransaction(ctx, async ({ tx }) => {
    const [account] = await tx.select({ at: users.emailVerifiedAt }).from(users).where(eq(users.id, userId));
    if (digest !== "never" && !account?.at) return refused("unverified");
    await tx
      .insert(personSettings)
      .values({ userId, digest })
      .onConflictDoUpdate({ target: personSettings.userId, set: { digest, updatedAt: sql`now()` } });
    return ok(null);
  });
}
