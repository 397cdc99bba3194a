import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { AuthBrowser } from "@/tests/factories/auth-browser";
import { startBackend } from "@/tests/factories/backend";
import { serveNextAuth } from "@/tests/factories/next-auth-server";
import { expectSameTime } from "@/tests/factories/timing";

const backend = await startBackend({ jobs: false });
const origin = await serveNextAuth();
const { registerAccount } = await import("@/lib/accounts/operator/jobs");
const { registerPerson } = await import("@/lib/accounts/mutations");
const { signInWithPassword } = await import("@/lib/accounts/sign-in/mutations");
const { sweepAttempts } = await import("@/lib/accounts/lockout/jobs");
const { findActiveSession } = await import("@/lib/identity/lookups");

const password = "correct horse battery";
let hosts = 0;
/** An address without failed attempts. */
const elsewhere = () => `198.51.100.${++hosts}`;
const browser = (address = elsewhere()) => new AuthBrowser(origin, address);

async function account() {
  const email = `${randomUUID()}@example.com`;
  const registered = await registerAccount({ name: "Ada", email, password });
  if (!registered.ok) throw new Error(registered.reason);
  return { email, userId: registered.value.userId };
}

const from = (address: string | null) => ({
  requestId: randomUUID(),
  address,
  userAgent: "test",
  previousSessionId: null,
});

const actionsOn = async (userId: string) => {
  const rows = await backend.sql<{ action: string }[]>`
    select action from audit_entries where target_id = ${userId} order by seq`;
  return rows.map(({ action }) => action);
};

describe("signing in", () => {
  it("opens a session with a new id, stored with address and browser", async () => {
    const { email, userId } = await account();
    const visitor = browser();
    expect(await visitor.signIn(` ${email.toUpperCase()} `, password)).toBeNull();
    expect(await visitor.whoAmI()).toBe(email);
    const [row] = await backend.sql`select user_agent, address from sessions where user_id = ${userId}`;
    expect(row).toEqual({ user_agent: "test browser", address: visitor.address });
    expect(await actionsOn(userId)).toEqual(["account.registered", "account.signed_in"]);
  });

  it("never reuses a session that the browser already had; that one ends", async () => {
    const [attacker, victim] = [await account(), await account()];
    const visitor = browser();
    await visitor.signIn(attacker.email, password);
    const planted = (await visitor.sessionId()) ?? "";
    expect(await findActiveSession(planted)).not.toBeNull();
    await visitor.signIn(victim.email, password);
    expect(await visitor.sessionId()).not.toBe(planted);
    expect(await findActiveSession(planted)).toBeNull();
    expect(await visitor.whoAmI()).toBe(victim.email);
  });

  it("gives the same answer for a wrong password, an unknown address, a locked and a suspended account", async () => {
    const [wrong, locked, suspended] = [await account(), await account(), await account()];
    await backend.sql`insert into sign_in_failures (subject, failures, last_failure_at, locked_until)
      values (${`account:${locked.email}`}, 6, now(), now() + interval '1 hour')`;
    await backend.sql`update users set suspended_at = now() where id = ${suspended.userId}`;
    const answers = [
      await browser().signIn(wrong.email, "not the password"),
      await browser().signIn(`${randomUUID()}@example.com`, password),
      await browser().signIn(locked.email, password),
      await browser().signIn(suspended.email, password),
      await browser().signIn("no address", password),
    ];
    expect(answers).toEqual(Array(5).fill("CredentialsSignin"));
  });

  it("takes as long for an unknown address as for a wrong password", async () => {
    const { email } = await account();
    const tryWith = (address: string) =>
      signInWithPassword(from(elsewhere()), { email: address, password: "not the password" });
    // Without the decoy hash, the unknown address would take a tenth of the time.
    await expectSameTime(
      () => tryWith(email),
      () => tryWith(`${randomUUID()}@example.com`),
      { factor: 3, beforeRound: () => backend.sql`delete from sign_in_failures` },
    );
  });

  it("rehashes a weaker hash without changing the password", async () => {
    const { email, userId } = await account();
    const weaker = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await backend.sql`update users set password_hash = ${weaker} where id = ${userId}`;
    expect(await browser().signIn(email, password)).toBeNull();
    const [row] = await backend.sql`select password_hash from users where id = ${userId}`;
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await browser().signIn(email, password)).toBeNull();
  });

  it("leads only to pages of this site", async () => {
    const { email } = await account();
    for (const callbackUrl of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      const url = await browser().post("/api/auth/callback/credentials", { email, password, callbackUrl });
      expect(url.origin, callbackUrl).toBe(origin);
    }
  });

  it("cannot be triggered by another site's form", async () => {
    const { email } = await account();
    const visitor = browser();
    const body = new URLSearchParams({ email, password, json: "true" });
    await visitor.request("/api/auth/callback/credentials", { method: "POST", body });
    expect(await visitor.sessionId()).toBeNull();
  });

  it("is counted immediately: of fifty simultaneous guesses, five are checked", async () => {
    const { email, userId } = await account();
    await Promise.all(
      Array.from({ length: 50 }, () => signInWithPassword(from(elsewhere()), { email, password: "a guess" })),
    );
    const reasons = await backend.sql<{ reason: string; times: number }[]>`
      select after->>'reason' as reason, count(*)::int as times from audit_entries
      where target_id = ${userId} and action = 'account.sign_in_failed' group by 1 order by 1`;
    expect(reasons).toEqual([
      { reason: "locked", times: 45 },
      { reason: "wrong", times: 5 },
    ]);
    expect((await actionsOn(userId)).filter((action) => action === "account.locked_out")).toHaveLength(1);
    expect(await browser().signIn(email, password)).toBe("CredentialsSignin");
  });

  it("doubles the wait after each further failure, up to a quarter of an hour", async () => {
    const { email } = await account();
    const subject = `account:${email}`;
    const waits: number[] = [];
    for (let failure = 0; failure < 12; failure++) {
      await signInWithPassword(from(elsewhere()), { email, password: "a guess" });
      const [row] = await backend.sql<{ seconds: number | null }[]>`
        select extract(epoch from locked_until - last_failure_at)::int as seconds
        from sign_in_failures where subject = ${subject}`;
      waits.push(row?.seconds ?? 0);
      await backend.sql`update sign_in_failures set locked_until = now() where subject = ${subject}`;
    }
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it("forgets an account's failures after a sign-in, and all failures after a day", async () => {
    const { email } = await account();
    const failuresOf = async () => {
      const rows = await backend.sql`select failures from sign_in_failures where subject = ${`account:${email}`}`;
      return rows.map(({ failures }) => failures);
    };
    for (let failure = 0; failure < 4; failure++) await browser().signIn(email, "a guess");
    expect(await failuresOf()).toEqual([4]);
    expect(await browser().signIn(email, password)).toBeNull();
    expect(await failuresOf()).toEqual([]);
    await browser().signIn(email, "a guess");
    await backend.sql`update sign_in_failures set last_failure_at = now() - interval '25 hours'`;
    await sweepAttempts();
    expect(await failuresOf()).toEqual([]);
  });

  it("is refused to an address after fifty failures, whoever it tries next, and to its whole IPv6 network", async () => {
    const { email } = await account();
    for (const guesser of ["203.0.113.9", "2001:db8:1:2::9"]) {
      await Promise.all(
        Array.from({ length: 50 }, () =>
          signInWithPassword(from(guesser), { email: `${randomUUID()}@example.com`, password: "a guess" }),
        ),
      );
    }
    expect(await browser("203.0.113.9").signIn(email, password)).toBe("CredentialsSignin");
    expect(await browser("2001:db8:1:2:ffff::1").signIn(email, password)).toBe("CredentialsSignin");
    expect(await browser("203.0.113.10").signIn(email, password)).toBeNull();
  });

  it("does not count successes against an address, so that a whole school can sign in", async () => {
    const { email } = await account();
    const address = elsewhere();
    for (let visit = 0; visit < 60; visit++) {
      const { outcome } = await signInWithPassword(from(address), { email, password });
      expect(outcome).toBe("signed-in");
    }
  });
});

describe("registering on a server that sends no mail", () => {
  const register = (address: string, email: string) =>
    registerPerson({ ...from(address), isLocal: true }, { name: "Ada", email, password });

  it("lets a person in at once, and reports a taken address only a few times", async () => {
    const email = `${randomUUID()}@example.com`;
    expect(await register(elsewhere(), email)).toMatchObject({ ok: true, value: { next: "sign-in" } });
    expect(await register(elsewhere(), email)).toEqual({ ok: false, reason: "email_taken" });
    const prober = elsewhere();
    await Promise.all(Array.from({ length: 50 }, () => register(prober, email)));
    expect(await register(prober, email)).toEqual({ ok: false, reason: "too_many_attempts" });
    expect(await register(prober, `${randomUUID()}@example.com`)).toEqual({ ok: false, reason: "too_many_attempts" });
  });

  it("ignores a role, a confirmation and anything else that the form does not ask for", async () => {
    const email = `${randomUUID()}@example.com`;
    const forged = { name: "Eve", email, password, role: "admin", isDemo: true, emailVerifiedAt: new Date() };
    await registerPerson({ ...from(elsewhere()), isLocal: true }, forged);
    const [row] = await backend.sql`select role, is_demo, email_verified_at from users where email = ${email}`;
    expect(row).toEqual({ role: "free", is_demo: false, email_verified_at: null });
  });
});

describe("a session", () => {
  const ages = async (sessionId: string) => {
    const [row] = await backend.sql<{ idle: number }[]>`
      select extract(epoch from now() - last_seen_at)::int as idle from sessions where id = ${sessionId}`;
    return row?.idle ?? -1;
  };
  const unusedFor = (sessionId: string, seconds: number) =>
    backend.sql`update sessions set last_seen_at = now() - make_interval(secs => ${seconds}) where id = ${sessionId}`;

  it("ends after half an hour without use, and is renewed by use at most once a minute", async () => {
    const person = await backend.person();
    await unusedFor(person.sessionId, 50);
    expect((await backend.call(person, "/api/v1/samples")).status).toBe(200);
    expect(await ages(person.sessionId)).toBeGreaterThanOrEqual(50);
    await unusedFor(person.sessionId, 29 * 60);
    expect((await backend.call(person, "/api/v1/samples")).status).toBe(200);
    expect(await ages(person.sessionId)).toBeLessThan(50);
    await unusedFor(person.sessionId, 30 * 60 + 1);
    expect((await backend.call(person, "/api/v1/samples")).status).toBe(401);
    expect(await ages(person.sessionId)).toBeGreaterThan(29 * 60);
  });

  it("lasts a week and no longer, however much it is used", async () => {
    const person = await backend.person();
    const [row] = await backend.sql`select extract(epoch from expires_at - created_at)::int as life
      from sessions where id = ${person.sessionId}`;
    expect(row?.life).toBe(7 * 24 * 60 * 60);
    await backend.sql`update sessions set expires_at = now() where id = ${person.sessionId}`;
    expect((await backend.call(person, "/api/v1/samples")).status).toBe(401);
  });

  it("opens nothing while its account is suspended", async () => {
    const person = await backend.person();
    await backend.sql`update users set suspended_at = now() where id = ${person.userId}`;
    expect((await backend.call(person, "/api/v1/samples")).status).toBe(401);
    await backend.sql`update users set suspended_at = null where id = ${person.userId}`;
    expect((await backend.call(person, "/api/v1/samples")).status).toBe(200);
  });

  it("is kept alive by an open page's event stream", async () => {
    const person = await backend.person();
    await unusedFor(person.sessionId, 20 * 60);
    const leaving = new AbortController();
    await backend.call(person, "/api/v1/events", { signal: leaving.signal });
    expect(await ages(person.sessionId)).toBeLessThan(60);
    leaving.abort();
  });

  it("ends when its person signs out, which is audited", async () => {
    const { email, userId } = await account();
    const visitor = browser();
    await visitor.signIn(email, password);
    const sessionId = (await visitor.sessionId()) ?? "";
    await visitor.post("/api/auth/signout", {});
    expect(await findActiveSession(sessionId)).toBeNull();
    const [entry] = await backend.sql`select actor_id, address from audit_entries
      where action = 'account.signed_out' and target_id = ${sessionId}`;
    expect(entry).toEqual({ actor_id: userId, address: visitor.address });
  });
});
