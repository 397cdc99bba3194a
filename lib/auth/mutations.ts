import "server-only";
import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { ok, type Result, refused } from "@/lib/errors";
import { notifySessionEnded } from "@/lib/platform/live-events";
import type { Ctx } from "./actor";
import { SESSION_SECONDS } from "./constants";
import { type Account, findAccountByEmail } from "./data";
import { hashPassword, needsRehash, verifyPassword } from "./password";
import { type RegisterInput, registerSchema, sessionIdSchema, signInSchema } from "./schema";

const USER_AGENT_MAX_LENGTH = 512;

/** A new account. The first one a person makes is the admin; the demo account is nobody's first. */
export async function registerAccount(
  input: RegisterInput,
  options: { isDemo?: boolean } = {},
): Promise<Result<{ userId: string }, "email_taken">> {
  const { name, email, password } = registerSchema.parse(input);
  const { isDemo = false } = options;
  const passwordHash = await hashPassword(password);
  return db().transaction(async (tx) => {
    // Two who register first at the same instant must not both find an empty table.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first-account', 0))`);
    const [person] = await tx.select({ id: users.id }).from(users).where(eq(users.isDemo, false)).limit(1);
    const role = person || isDemo ? "free" : "admin";
    const [created] = await tx
      .insert(users)
      .values({ name, email, passwordHash, role, isDemo })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    return created ? ok({ userId: created.id }) : refused("email_taken");
  });
}

/** The account whose password this is, else null: one answer, in one time, for a wrong password and for no account. */
export async function verifyCredentials(input: unknown): Promise<Account | null> {
  const parsed = signInSchema.safeParse(input);
  if (!parsed.success) return null;
  const account = await findAccountByEmail(parsed.data.email);
  const matches = await verifyPassword(account?.passwordHash ?? null, parsed.data.password);
  if (!account || !matches) return null;
  if (account.passwordHash && needsRehash(account.passwordHash)) await storePassword(account.id, parsed.data.password);
  return account;
}

/** Replaces the password of an account and ends every session of it. */
export async function resetPassword(userId: string, password: string): Promise<void> {
  await storePassword(userId, password);
  await endSessions(eq(sessions.userId, userId));
}

async function storePassword(userId: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db().update(users).set({ passwordHash }).where(eq(users.id, userId));
}

export async function createSession(userId: string, userAgent: string | null): Promise<{ sessionId: string }> {
  const [row] = await db()
    .insert(sessions)
    .values({
      userId,
      userAgent: userAgent?.slice(0, USER_AGENT_MAX_LENGTH) ?? null,
      expiresAt: sql`now() + make_interval(secs => ${SESSION_SECONDS})`,
    })
    .returning({ id: sessions.id });
  if (!row) throw new Error("insert returned no row");
  return { sessionId: row.id };
}

/** Signing out: whoever holds the cookie may end its session. */
export async function endSession(sessionId: string): Promise<void> {
  await endSessions(eq(sessions.id, sessionId));
}

export async function revokeSession(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found">> {
  const { id } = sessionIdSchema.parse(input);
  const ended = await endSessions(and(eq(sessions.id, id), eq(sessions.userId, ctx.actor.id)));
  return ended > 0 ? ok(null) : refused("not_found");
}

/** Every session of the actor but the one in use. */
export async function revokeOtherSessions(ctx: Ctx): Promise<Result<{ ended: number }>> {
  const mine = eq(sessions.userId, ctx.actor.id);
  const others = ctx.actor.sessionId ? and(mine, ne(sessions.id, ctx.actor.sessionId)) : mine;
  return ok({ ended: await endSessions(others) });
}

/** Pages, actions and the API ask the row each time; open event streams are told. */
async function endSessions(which: SQL | undefined): Promise<number> {
  return db().transaction(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: sql`now()` })
      .where(and(which, isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    for (const { id } of ended) await notifySessionEnded(tx, id);
    return ended.length;
  });
}
