import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { describe, expect, it, vi } from "vitest";
import { AuthBrowser } from "@/tests/factories/auth-browser";
import { type Person, startBackend } from "@/tests/factories/backend";
import { serveNextAuth } from "@/tests/factories/next-auth-server";

process.env.MAIL_TO_LOG = "1";
const backend = await startBackend({ jobs: false });
const origin = await serveNextAuth();
const { beginSecondFactor, confirmSecondFactor, disableSecondFactor, renewRecoveryCodes } = await import(
  "@/lib/accounts/second-factor/mutations"
);
const { codeAt, timeStepAt } = await import("@/lib/accounts/second-factor/totp");
const { openSecret } = await import("@/lib/accounts/second-factor/secret-box");
const { SECOND_STEP_PREFIX } = await import("@/lib/accounts/constants");
const { changePassword } = await import("@/lib/accounts/passwords/mutations");
const { logger } = await import("@/lib/platform/logger");
const { registerAccount } = await import("@/lib/accounts/operator/jobs");

interface Protected extends Person {
  secret: Buffer;
  recoveryCodes: string[];
}

const secretOf = async (userId: string) => {
  const [row] = await backend.sql<{ secret: string }[]>`
    select secret_encrypted as secret from second_factors where user_id = ${userId}`;
  return openSecret(row?.secret ?? "", userId);
};

const codeNow = (secret: Buffer, stepsOn = 0) => codeAt(secret, timeStepAt(Date.now()) + stepsOn);

/** As if no code had been used recently. */
const minutesLater = (userId: string) =>
  backend.sql`update second_factors set last_time_step = last_time_step - 10 where user_id = ${userId}`;

async function protectedPerson(): Promise<Protected> {
  const person = await backend.person();
  const begun = await beginSecondFactor(person.ctx, { password: person.password });
  if (!begun.ok) throw new Error(begun.reason);
  const secret = await secretOf(person.userId);
  const confirmed = await confirmSecondFactor(person.ctx, { code: codeNow(secret) });
  if (!confirmed.ok) throw new Error(confirmed.reason);
  await minutesLater(person.userId);
  return { ...person, secret, recoveryCodes: confirmed.value.recoveryCodes };
}

/** Does the first step in a new browser. Returns its ticket. */
async function firstStep(person: Person, browser = new AuthBrowser(origin)) {
  const error = (await browser.signIn(person.email, person.password)) ?? "";
  expect(error.startsWith(SECOND_STEP_PREFIX)).toBe(true);
  return { browser, ticket: error.slice(SECOND_STEP_PREFIX.length) };
}

const wrongCode = (secret: Buffer) => {
  const taken = [-1, 0, 1, 2].map((step) => codeNow(secret, step));
  return ["000000", "000001", "000002", "000003", "000004"].find((code) => !taken.includes(code)) ?? "";
};

describe("setting up the second factor", () => {
  it("needs the password and a first code before sign-in asks for one", async () => {
    const person = await backend.person();
    expect(await beginSecondFactor(person.ctx, { password: "a guess" })).toEqual({
      ok: false,
      reason: "wrong_password",
    });
    expect(await beginSecondFactor(person.ctx, { password: person.password })).toMatchObject({ ok: true });
    const secret = await secretOf(person.userId);
    expect(await confirmSecondFactor(person.ctx, { code: wrongCode(secret) })).toEqual({
      ok: false,
      reason: "wrong_code",
    });
    const before = new AuthBrowser(origin);
    expect(await before.signIn(person.email, person.password)).toBeNull();
    const confirmed = await confirmSecondFactor(person.ctx, { code: codeNow(secret) });
    expect(confirmed.ok && confirmed.value.recoveryCodes).toHaveLength(10);
    await firstStep(person);
  });

  it("stores neither the secret nor the recovery codes in readable form", async () => {
    const { userId, secret, recoveryCodes } = await protectedPerson();
    const rows = await backend.sql`select f.*, c.* from second_factors f join recovery_codes c using (user_id)
      where f.user_id = ${userId}`;
    const text = JSON.stringify(rows);
    expect(rows).toHaveLength(10);
    for (const plain of [secret.toString("base64url"), secret.toString("hex"), ...recoveryCodes]) {
      expect(text).not.toContain(plain.replace("-", ""));
      expect(text).not.toContain(plain);
    }
  });

  it("encrypts a secret for its owner: copied to another account it opens nothing", async () => {
    const [ada, eve] = [await protectedPerson(), await protectedPerson()];
    await backend.sql`update second_factors set secret_encrypted =
      (select secret_encrypted from second_factors where user_id = ${eve.userId}) where user_id = ${ada.userId}`;
    await expect(secretOf(ada.userId)).rejects.toThrow();
  });

  it("is refused while it is on, and for the demo account", async () => {
    const person = await protectedPerson();
    expect(await beginSecondFactor(person.ctx, { password: person.password })).toEqual({
      ok: false,
      reason: "already_enabled",
    });
    const demo = { ...person.ctx, actor: { ...person.ctx.actor, isDemo: true } };
    expect(await beginSecondFactor(demo, { password: person.password })).toMatchObject({ reason: "demo_account" });
    expect(await changePassword(demo, { current: person.password, password: "seven green kettles" })).toMatchObject({
      reason: "demo_account",
    });
  });
});

describe("signing in with a second factor", () => {
  it("gives no session before the code, and one after it", async () => {
    const person = await protectedPerson();
    const { browser, ticket } = await firstStep(person);
    expect([await browser.sessionId(), await browser.whoAmI()]).toEqual([null, null]);
    expect(await browser.secondStep(ticket, wrongCode(person.secret))).toBe("CredentialsSignin");
    expect(await browser.sessionId()).toBeNull();
    expect(await browser.secondStep(ticket, codeNow(person.secret))).toBeNull();
    expect(await browser.whoAmI()).toBe(person.email);
  });

  it("accepts each code once: of four who bring the same at once, one gets in", async () => {
    const person = await protectedPerson();
    const { ticket } = await firstStep(person);
    const code = codeNow(person.secret);
    await backend.sql`delete from sign_in_failures`;
    const browsers = Array.from({ length: 4 }, (_, index) => new AuthBrowser(origin, `192.0.2.${index + 50}`));
    const answers = await Promise.all(browsers.map((browser) => browser.secondStep(ticket, code)));
    expect(answers.filter((error) => error === null)).toHaveLength(1);
    const { ticket: next } = await firstStep(person);
    expect(await new AuthBrowser(origin).secondStep(next, code)).toBe("CredentialsSignin");
  });

  it("accepts a recovery code once, however it is typed, and records it", async () => {
    const person = await protectedPerson();
    const code = person.recoveryCodes[3] ?? "";
    const { browser, ticket } = await firstStep(person);
    expect(await browser.secondStep(ticket, ` ${code.toLowerCase().replace("-", " ")}`)).toBeNull();
    const again = await firstStep(person);
    expect(await again.browser.secondStep(again.ticket, code)).toBe("CredentialsSignin");
    const [used] = await backend.sql`select count(*)::int as times from audit_entries
      where target_id = ${person.userId} and action = 'account.recovery_code_used'`;
    expect(used?.times).toBe(1);
  });

  it("counts wrong codes: a right password in between gives no further guesses", async () => {
    const person = await protectedPerson();
    for (let guess = 0; guess < 5; guess++) {
      const { browser, ticket } = await firstStep(person);
      expect(await browser.secondStep(ticket, wrongCode(person.secret))).toBe("CredentialsSignin");
    }
    expect(await new AuthBrowser(origin).signIn(person.email, person.password)).toBe("CredentialsSignin");
    const rows = await backend.sql<{ action: string }[]>`select action from audit_entries
      where target_id = ${person.userId} and action = 'account.locked_out'`;
    expect(rows).toHaveLength(1);
  });

  it("refuses a forged ticket, a session cookie, and a ticket older than the password", async () => {
    const person = await protectedPerson();
    const browser = new AuthBrowser(origin);
    const secret = process.env.NEXTAUTH_SECRET ?? "";
    const cookie = person.cookie.slice(person.cookie.indexOf("=") + 1);
    const forged = await encode({ token: { sub: person.userId, method: "password", password: "x" }, secret });
    for (const ticket of ["nonsense", cookie, forged]) {
      expect(await browser.secondStep(ticket, codeNow(person.secret))).toBe("CredentialsSignin");
    }
    const { ticket } = await firstStep(person);
    await changePassword(person.ctx, { current: person.password, password: "seven green kettles" });
    expect(await browser.secondStep(ticket, codeNow(person.secret))).toBe("CredentialsSignin");
  });

  it("opens nothing with the ticket alone", async () => {
    const person = await protectedPerson();
    const { ticket } = await firstStep(person);
    const thief = { ...person, cookie: `next-auth.session-token=${ticket}` };
    expect((await backend.call(thief, "/api/v1/samples")).status).toBe(401);
  });
});

describe("disabling the second factor", () => {
  it("needs both the password and a code", async () => {
    const person = await protectedPerson();
    const { ctx, password, secret } = person;
    const code = codeNow(secret);
    expect(await disableSecondFactor(ctx, { password: "a guess", code })).toMatchObject({ reason: "wrong_password" });
    expect(await disableSecondFactor(ctx, { password, code: wrongCode(secret) })).toMatchObject({
      reason: "wrong_code",
    });
    expect(await disableSecondFactor(ctx, { password, code })).toEqual({ ok: true, value: null });
    expect(await new AuthBrowser(origin).signIn(person.email, password)).toBeNull();
    const actions = await backend.sql<{ action: string }[]>`select action from audit_entries
      where target_id = ${person.userId} and action like 'account.second_factor%' order by seq`;
    expect(actions.map(({ action }) => action)).toEqual([
      "account.second_factor_enabled",
      "account.second_factor_disabled",
    ]);
  });

  it("is not a side effect of new recovery codes, which only replace the old ones", async () => {
    const person = await protectedPerson();
    const renewed = await renewRecoveryCodes(person.ctx, { password: person.password, code: codeNow(person.secret) });
    if (!renewed.ok) throw new Error(renewed.reason);
    const old = await firstStep(person);
    expect(await old.browser.secondStep(old.ticket, person.recoveryCodes[0] ?? "")).toBe("CredentialsSignin");
    expect(await old.browser.secondStep(old.ticket, renewed.value.recoveryCodes[0] ?? "")).toBeNull();
  });

  it("cannot be done with a key or by a command", async () => {
    const { ctx, password, secret } = await protectedPerson();
    const withKey = { ...ctx, actor: { ...ctx.actor, sessionId: null, apiKeyId: randomUUID() } };
    const input = { password, code: codeNow(secret) };
    await expect(disableSecondFactor(withKey, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changePassword(withKey, { current: password, password: "seven green kettles" })).rejects.toMatchObject(
      {
        code: "forbidden",
      },
    );
  });
});

it("on a server that sends no mail, an account works before it is confirmed, and the log has its link", async () => {
  const email = `${randomUUID()}@example.com`;
  const logged = vi.spyOn(logger(), "info");
  await registerAccount({ name: "Ada", email, password: "correct horse battery" });
  const [mail] = await backend.sql`select subject, sent_at, next_attempt_at from mails where recipient = ${email}`;
  expect(mail).toEqual({ subject: "Confirm your e-mail address for SampleMind", sent_at: null, next_attempt_at: null });
  const body = expect.stringMatching(/\/verify#token=[\w-]{43}\n/);
  expect(logged).toHaveBeenCalledWith(expect.objectContaining({ recipient: email, body }), expect.anything());
  expect(await new AuthBrowser(origin).signIn(email, "correct horse battery")).toBeNull();
});
