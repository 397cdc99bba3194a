import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freePort } from "@/embedded/ports";
import { type Person, startBackend } from "@/tests/factories/backend";

// Mail counts as sent. No server has to take it, because the tests read what was queued.
Object.assign(process.env, {
  SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
  NEXTAUTH_URL: "http://samplemind.example",
});
const backend = await startBackend({ jobs: false });
const { registerAccount } = await import("@/lib/accounts/operator/jobs");
const { cancelEmailChange, confirmEmailChange, requestEmailChange } = await import(
  "@/lib/accounts/email-change/mutations"
);
const { changePassword, requestPasswordReset, resetPasswordByLink } = await import(
  "@/lib/accounts/passwords/mutations"
);
const { signInWithPassword } = await import("@/lib/accounts/sign-in/mutations");
const { suspendPerson } = await import("@/lib/admin/people/mutations");
const { findPendingEmail } = await import("@/lib/accounts/email-change/data");
const { EVEN_ANSWER_MS } = await import("@/lib/accounts/constants");

const another = "seven green kettles";
const newEmail = () => `${randomUUID()}@example.com`;
const visitor = () => ({ requestId: randomUUID(), address: null, userAgent: "test browser" });
const admin = await backend.person("Root");

const ask = (person: Person, email: string, password = person.password) =>
  requestEmailChange(person.ctx, { email, password });
const open = (token: string, { by = null, password }: { by?: Person | null; password?: string } = {}) =>
  confirmEmailChange(
    { ...visitor(), signedInAs: by?.ctx.actor.id ?? null },
    { token, ...(password ? { password } : {}) },
  );
const signIn = async (email: string, password: string) =>
  (await signInWithPassword({ ...visitor(), previousSessionId: null }, { email, password })).outcome;

const mailsTo = (email: string) =>
  backend.sql<{ subject: string; body: string }[]>`
    select subject, body from mails where recipient = ${email} order by created_at`;
const subjectsTo = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject);
const tokenIn = (text = "") => /\/change-email#token=([\w-]{43})/.exec(text)?.[1] ?? "no token";
const linkTo = async (email: string) => tokenIn((await mailsTo(email)).at(-1)?.body);
const emailOf = async ({ userId }: Person) =>
  (await backend.sql<{ email: string }[]>`select email from users where id = ${userId}`)[0]?.email;
/** As if the last link had been requested a while ago. */
const waited = ({ userId }: Person) =>
  backend.sql`update one_time_tokens set created_at = now() - interval '2 minutes' where user_id = ${userId}`;
const auditOf = async ({ userId }: Person) => {
  const rows = await backend.sql<{ action: string; text: string }[]>`
    select action, coalesce(before::text, '') || coalesce(after::text, '') as text
    from audit_entries where target_id = ${userId} and action like 'account.email_change%' order by seq`;
  return { actions: rows.map(({ action }) => action), texts: rows.map(({ text }) => text).join("") };
};

describe("a change of address", () => {
  it("takes effect when the owner opens its link; until then the old address stays", async () => {
    const ada = await backend.person();
    const email = newEmail();
    expect(await ask(ada, ` ${email.toUpperCase()} `)).toEqual({ ok: true, value: null });
    expect([await emailOf(ada), (await findPendingEmail(ada.ctx.actor.id))?.email]).toEqual([ada.email, email]);
    expect(await open(await linkTo(email), { by: ada })).toEqual({ ok: true, value: { email } });
    expect([await signIn(email, ada.password), await signIn(ada.email, ada.password)]).toEqual([
      "signed-in",
      "refused",
    ]);
    const [row] =
      await backend.sql`select email_verified_at is not null as verified from users where id = ${ada.userId}`;
    expect(row?.verified).toBe(true);
    expect(await findPendingEmail(ada.ctx.actor.id)).toBeNull();
    const { actions, texts } = await auditOf(ada);
    expect(actions).toEqual(["account.email_change_requested", "account.email_changed"]);
    expect(texts).not.toContain("@");
  });

  it("is announced by mail to the old address, when requested and when done", async () => {
    const ada = await backend.person();
    const email = newEmail();
    await ask(ada, email);
    await open(await linkTo(email), { by: ada });
    expect((await subjectsTo(ada.email)).slice(-2)).toEqual([
      "A new e-mail address for your SampleMind account",
      "Your SampleMind e-mail address was changed",
    ]);
    expect(JSON.stringify(await mailsTo(ada.email))).not.toContain("/change-email#");
  });

  it("needs the password; wrong ones are counted until the person has to wait", async () => {
    const ada = await backend.person();
    const answers: unknown[] = [];
    for (let attempt = 0; attempt < 6; attempt++) answers.push(await ask(ada, newEmail(), "a guess"));
    expect(answers[0]).toEqual({ ok: false, reason: "wrong_password" });
    expect(answers.at(-1)).toEqual({ ok: false, reason: "too_many_attempts" });
    expect(await findPendingEmail(ada.ctx.actor.id)).toBeNull();
  });

  it("is written about in the person's language to both addresses, also once the account has the new one", async () => {
    const ada = await backend.person();
    await backend.sql`insert into person_settings (user_id, choices) values (${ada.userId}, '{"language":"de"}')
      on conflict (user_id) do update set choices = excluded.choices`;
    const email = newEmail();
    await ask(ada, email);
    expect(await open(await linkTo(email), { by: ada })).toEqual({ ok: true, value: { email } });
    expect(await subjectsTo(email)).toEqual(["Bestätige deine neue E-Mail-Adresse für SampleMind"]);
    expect((await subjectsTo(ada.email)).slice(-2)).toEqual([
      "Eine neue E-Mail-Adresse für dein Konto bei SampleMind",
      "Deine E-Mail-Adresse bei SampleMind wurde geändert",
    ]);
  });

  it("asks for no password if the account has none", async () => {
    const ada = await backend.person();
    await backend.sql`update users set password_hash = null where id = ${ada.userId}`;
    const email = newEmail();
    expect(await requestEmailChange(ada.ctx, { email })).toEqual({ ok: true, value: null });
    expect(await open(await linkTo(email), { by: ada })).toEqual({ ok: true, value: { email } });
  });

  it("to the account's own address is refused, and so is any for the demo account", async () => {
    const ada = await backend.person();
    expect(await ask(ada, ada.email)).toEqual({ ok: false, reason: "same_email" });
    await backend.sql`update users set is_demo = true where id = ${ada.userId}`;
    const demo = await backend.signedIn(ada.userId, ada.email, ada.password);
    expect(await ask(demo, newEmail())).toEqual({ ok: false, reason: "demo_account" });
    await backend.sql`update users set is_demo = false where id = ${ada.userId}`;
  });

  it("to a taken address gets the same answer in the same time, and shows as pending", async () => {
    const [ada, grace, holder] = [await backend.person(), await backend.person(), await backend.person()];
    const free = newEmail();
    const timed = async (person: Person, email: string) => {
      const startedAt = performance.now();
      const answer = await ask(person, email);
      return { answer, ms: performance.now() - startedAt, pending: await findPendingEmail(person.ctx.actor.id) };
    };
    const [one, other] = [await timed(ada, free), await timed(grace, holder.email)];
    expect(other.answer).toEqual(one.answer);
    expect([one.pending?.email, other.pending?.email]).toEqual([free, holder.email]);
    expect(Math.min(one.ms, other.ms)).toBeGreaterThan(EVEN_ANSWER_MS - 2);
    expect(await subjectsTo(grace.email)).toEqual(await subjectsTo(ada.email));
    const toHolder = (await mailsTo(holder.email)).at(-1);
    expect(toHolder?.subject).toBe("You already have a SampleMind account");
    expect(toHolder?.body).not.toContain("token=");
  });

  it("succeeds for only one of two who open their links at once", async () => {
    const [ada, grace] = [await backend.person(), await backend.person()];
    const email = newEmail();
    await Promise.all([ask(ada, email), ask(grace, email)]);
    const tokens = (await mailsTo(email)).map(({ body }) => tokenIn(body));
    // Either may win: both have the same password.
    const answers = await Promise.all(tokens.map((token) => open(token, { password: ada.password })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: "taken_meanwhile" }]);
    const [row] = await backend.sql`select count(*)::int as holders from users where email = ${email}`;
    expect(row?.holders).toBe(1);
  });

  it("can be requested once a minute, even after cancelling, so that nobody's mailbox is flooded", async () => {
    const ada = await backend.person();
    const answers = await Promise.all([ask(ada, newEmail()), ask(ada, newEmail())]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await cancelEmailChange(ada.ctx)).toEqual({ ok: true, value: null });
    expect(await ask(ada, newEmail())).toEqual({ ok: false, reason: "just_sent" });
    await waited(ada);
    expect(await ask(ada, newEmail())).toEqual({ ok: true, value: null });
  });
});

describe("the link of a change of address", () => {
  async function asked(): Promise<{ ada: Person; email: string; token: string }> {
    const ada = await backend.person();
    const email = newEmail();
    await ask(ada, email);
    return { ada, email, token: await linkTo(email) };
  }
  const isVoid = { ok: false, reason: "link_void" };

  it("does nothing for whoever merely holds it: it asks for the owner's password", async () => {
    const { ada, email, token } = await asked();
    const stranger = await backend.person("Eve");
    expect(await open(token)).toEqual({ ok: false, reason: "password_needed" });
    expect(await open(token, { by: stranger })).toEqual({ ok: false, reason: "password_needed" });
    expect(await open(token, { by: stranger, password: "a guess" })).toEqual({ ok: false, reason: "wrong_password" });
    expect(await emailOf(ada)).toBe(ada.email);
    expect(await open(token, { password: ada.password })).toEqual({ ok: true, value: { email } });
  });

  it("works once, and cannot be read on the server", async () => {
    const { ada, token } = await asked();
    const stored = await backend.sql`select * from one_time_tokens where user_id = ${ada.userId}`;
    expect(JSON.stringify(stored)).not.toContain(token);
    const answers = await Promise.all([open(token, { by: ada }), open(token, { by: ada })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await open(token, { by: ada })).toEqual(isVoid);
  });

  it.each<[string, (ada: Person) => Promise<unknown>]>([
    ["it is cancelled", (ada) => cancelEmailChange(ada.ctx)],
    [
      "it is too old",
      (ada) => backend.sql`update one_time_tokens set expires_at = now() where user_id = ${ada.userId}`,
    ],
    ["another one is asked for", async (ada) => [await waited(ada), await ask(ada, newEmail())]],
    ["the password is changed", (ada) => changePassword(ada.ctx, { current: ada.password, password: another })],
    ["the password is set by a link", (ada) => resetByLink(ada)],
    ["the account is suspended", (ada) => suspendPerson(admin.ctx, { id: ada.userId })],
  ])("is void once %s", async (_, happens) => {
    const { ada, token } = await asked();
    await happens(ada);
    expect(await open(token, { by: ada })).toEqual(isVoid);
    expect(await emailOf(ada)).toBe(ada.email);
  });

  const resetByLink = async ({ email }: Person) => {
    await requestPasswordReset(visitor(), { email });
    const body = (await mailsTo(email)).at(-1)?.body ?? "";
    const token = /\/reset#token=([\w-]{43})/.exec(body)?.[1] ?? "no token";
    expect(await resetPasswordByLink(visitor(), { token, password: another })).toMatchObject({ ok: true });
  };

  it("voids links that were sent to the old address", async () => {
    const { ada, token } = await asked();
    await requestPasswordReset(visitor(), { email: ada.email });
    const old = /\/reset#token=([\w-]{43})/.exec((await mailsTo(ada.email)).at(-1)?.body ?? "")?.[1] ?? "no token";
    await open(token, { by: ada });
    expect(await resetPasswordByLink(visitor(), { token: old, password: another })).toEqual(isVoid);
  });

  it("fails if the address has been registered meanwhile", async () => {
    const { ada, email, token } = await asked();
    await registerAccount({ name: "Grace", email, password: another });
    expect(await open(token, { by: ada })).toEqual({ ok: false, reason: "taken_meanwhile" });
    expect([await emailOf(ada), await signIn(email, another)]).toEqual([ada.email, "signed-in"]);
  });

  it("cannot be requested with a key, only while signed in", async () => {
    const ada = await backend.person();
    const withKey = { ...ada.ctx, actor: { ...ada.ctx.actor, sessionId: null, apiKeyId: randomUUID() } };
    await expect(requestEmailChange(withKey, { email: newEmail() })).rejects.toThrow("forbidden");
    await expect(cancelEmailChange(withKey)).rejects.toThrow("forbidden");
  });
});
