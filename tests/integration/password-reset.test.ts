import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { describe, expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";
import { until } from "@/tests/factories/until";

const backend = await startBackend({ jobs: false });
const { requestPasswordReset, resetPasswordByLink } = await import("@/lib/accounts/passwords/mutations");
const { requestEmailChange } = await import("@/lib/accounts/email-change/mutations");
const { linkAccount } = await import("@/lib/accounts/linked-accounts/mutations");
const { confirmSecondFactor } = await import("@/lib/accounts/second-factor/mutations");
const { signInWithPassword } = await import("@/lib/accounts/sign-in/mutations");
const { createApiKey, rotateApiKey } = await import("@/lib/api-keys/mutations");

const visitor = () => ({ requestId: randomUUID(), address: null, userAgent: "test browser" });

/** Waits until so many transactions of this database wait for another one's lock. */
const untilWaiting = (wanted: number) =>
  until(async () => {
    const [row] = await backend.sql`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return row?.waiting === wanted;
  }, `${wanted} waiting transactions`);

async function resetToken(email: string): Promise<string> {
  await requestPasswordReset(visitor(), { email });
  const [mail] = await backend.sql`select body from mails where recipient = ${email} and body like '%/reset#token=%'`;
  return /#token=([\w-]{43})/.exec(mail?.body)?.[1] ?? "no token";
}

describe("a password reset", () => {
  it("ends also what was under way: nobody who was signed in before keeps or gets a way in", async () => {
    await backend.person("the admin");
    const { ctx, sessionId, userId, email, password } = await backend.person("Ada", { role: "enterprise" });
    const wanted = { name: "a program", scopes: ["samples:read" as const], expiresInDays: null };
    const made = await createApiKey(ctx, wanted);
    const id = made.ok ? made.value.id : "";
    const token = await resetToken(email);
    const profile = { name: "Eve", email: "eve@example.com", emailVerified: true };

    // Holds the reset between its first change and its commit: it waits for this row when it ends the session.
    const holder = new EventEmitter();
    const held = once(holder, "held");
    const holding = backend.sql.begin(async (tx) => {
      await tx`select id from sessions where id = ${sessionId} for update`;
      holder.emit("held");
      await once(holder, "release");
    });
    await held;
    const reset = resetPasswordByLink(visitor(), { token, password: "seven green kettles" });
    await untilWaiting(1);
    const underWay = Promise.allSettled([
      createApiKey(ctx, wanted),
      rotateApiKey(ctx, { id }),
      requestEmailChange(ctx, { email: "eve@example.com", password }),
      linkAccount(ctx, { provider: "github", providerAccountId: "7", ...profile }),
      confirmSecondFactor(ctx, { code: "123456" }),
    ]);
    const signingIn = signInWithPassword({ ...visitor(), previousSessionId: null }, { email, password });
    await untilWaiting(7);
    holder.emit("release");
    await holding;
    expect(await reset).toEqual({ ok: true, value: { endedKeys: 1 } });
    for (const one of await underWay) expect(one).toMatchObject({ reason: { code: "unauthenticated" } });
    expect(await signingIn).toEqual({ outcome: "refused" });

    const [left] = await backend.sql`select
      (select count(*)::int from api_keys where user_id = ${userId} and revoked_at is null) as keys,
      (select count(*)::int from sessions where user_id = ${userId} and revoked_at is null) as sessions,
      (select count(*)::int from linked_accounts where user_id = ${userId}) as services,
      (select count(*)::int from one_time_tokens where user_id = ${userId} and used_at is null) as links`;
    expect(left).toEqual({ keys: 0, sessions: 0, services: 0, links: 0 });
    const again = await signInWithPassword(
      { ...visitor(), previousSessionId: null },
      { email, password: "seven green kettles" },
    );
    expect(again.outcome).toBe("signed-in");
  });
});
