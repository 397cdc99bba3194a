import { randomUUID } from "node:crypto";
import { SMTPServer } from "smtp-server";
import { afterAll, describe, expect, it } from "vitest";
import { freePort } from "@/embedded/ports";
import type { Letter } from "@/lib/mail/letter";
import type { Mail } from "@/lib/mail/transport";
import { startBackend } from "@/tests/factories/backend";
import { until } from "@/tests/factories/until";

interface Received {
  from: string;
  to: string[];
  data: string;
}

/** A real SMTP server that keeps what it receives, and can refuse everything. */
class Mailbox {
  readonly received: Received[] = [];
  isRefusing = false;
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) =>
      done(this.isRefusing ? Object.assign(new Error("mailbox full"), { responseCode: 452 }) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : "";
        this.received.push({ from, to: rcptTo.map(({ address }) => address), data: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });

  listen(port: number): Promise<void> {
    return new Promise((resolve) => {
      this.#server.listen(port, "127.0.0.1", () => resolve());
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  /** Waits for the only mail to a recipient. Returns subject and text as a reader sees them. */
  async mailTo(email: string): Promise<{ subject: string; text: string }> {
    const mail = await until(() => this.received.find(({ to }) => to.includes(email)), `a mail to ${email}`);
    return readable(mail);
  }

  countTo(email: string): number {
    return this.received.filter(({ to }) => to.includes(email)).length;
  }
}

function readable({ data }: Received): { subject: string; text: string } {
  const [head = "", ...rest] = data.split("\r\n\r\n");
  const subject = /^Subject: (.*)$/m.exec(head)?.[1] ?? "";
  const body = rest.join("\r\n\r\n");
  const isQuoted = /^Content-Transfer-Encoding: quoted-printable/im.test(head);
  const text = isQuoted
    ? body
        .replace(/=\r\n/g, "")
        .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString("utf8"))
    : body;
  return { subject, text };
}

const mailbox = new Mailbox();
const port = await freePort();
await mailbox.listen(port);
Object.assign(process.env, {
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: "SampleMind <samplemind@example.org>",
  NEXTAUTH_URL: "http://samplemind.example",
});
const backend = await startBackend();
afterAll(() => mailbox.close());
const { registerAccount } = await import("@/lib/accounts/operator/jobs");
const { registerPerson } = await import("@/lib/accounts/mutations");
const { setupCode } = await import("@/lib/accounts/registration/setup-code");
const { verifyEmail } = await import("@/lib/accounts/verification/mutations");
const { changePassword, requestPasswordReset, resetPasswordByLink } = await import(
  "@/lib/accounts/passwords/mutations"
);
const { signInWithPassword } = await import("@/lib/accounts/sign-in/mutations");
const { sendDueMails } = await import("@/lib/mail/jobs");
const { asSystem } = await import("@/lib/audit/sources");
const { inTransaction } = await import("@/lib/work/unit-of-work");
const { findActiveSession } = await import("@/lib/identity/lookups");
const { EVEN_ANSWER_MS } = await import("@/lib/accounts/constants");

const letterOf = ({ recipient, ...written }: Mail): Letter => ({ recipient, write: () => written });
const mail = (letter: Mail) => inTransaction(asSystem(), (work) => work.mail(letterOf(letter)));
const password = "correct horse battery";
const another = "seven green kettles";
const newEmail = () => `${randomUUID()}@example.com`;
let visitors = 0;
/** Each from another address, because registrations from one are limited. */
const visitor = () => ({ requestId: randomUUID(), address: `198.51.100.${++visitors}`, userAgent: "test browser" });
const register = (email: string, words = password) =>
  registerPerson(visitor(), { name: "Ada", email, password: words, setupCode: setupCode() });
const signIn = async (email: string, words = password) =>
  (await signInWithPassword({ ...visitor(), previousSessionId: null }, { email, password: words })).outcome;
const tokenIn = (text: string) => /#token=([\w-]{43})/.exec(text)?.[1] ?? "no token";
const verify = (token: string, words?: string) =>
  verifyEmail({ ...visitor(), signedInAs: null }, { token, ...(words ? { password: words } : {}) });

// The first person sets up the server, so their account needs no confirmation by mail.
const first = await register("first@example.com");

describe("registering on a server that sends mail", () => {
  it("lets the first person in at once, because they set up the server", async () => {
    expect(first).toEqual({ ok: true, value: { next: "sign-in", isAdmin: true } });
    expect(await signIn("first@example.com")).toBe("signed-in");
  });

  it("gives a new and a taken address the same answer in the same time, and mails both", async () => {
    const [fresh, taken] = [newEmail(), newEmail()];
    await register(taken);
    const verifying = await mailbox.mailTo(taken);
    await verify(tokenIn(verifying.text), password);
    const timed = async (email: string) => {
      const startedAt = performance.now();
      return { answer: await register(email, another), ms: performance.now() - startedAt };
    };
    const [one, other] = [await timed(fresh), await timed(taken)];
    expect(one.answer).toEqual({ ok: true, value: { next: "read-mail" } });
    expect(other.answer).toEqual(one.answer);
    expect(Math.min(one.ms, other.ms)).toBeGreaterThan(EVEN_ANSWER_MS - 2);
    await until(() => mailbox.countTo(taken) === 2, "the mail to the owner");
    const last = mailbox.received.filter(({ to }) => to.includes(taken)).at(-1);
    expect(last && readable(last)).toMatchObject({ subject: "You already have a SampleMind account" });
    // The owner's password is unchanged.
    expect([await signIn(taken), await signIn(taken, another)]).toEqual(["signed-in", "refused"]);
  });

  it("opens nothing before the address is confirmed, whoever tries", async () => {
    const email = newEmail();
    await register(email);
    expect(await signIn(email)).toBe("refused");
    const { text } = await mailbox.mailTo(email);
    expect(text).toContain("http://samplemind.example/verify#token=");
    expect(await verify(tokenIn(text), password)).toEqual({ ok: true, value: { email } });
    expect(await signIn(email)).toBe("signed-in");
  });

  it("with another person's address gains nothing: the link alone confirms no password", async () => {
    const email = newEmail();
    await register(email, "the stranger's own words");
    const token = tokenIn((await mailbox.mailTo(email)).text);
    expect(await verify(token)).toEqual({ ok: false, reason: "password_needed" });
    expect(await verify(token, "what its owner would choose")).toEqual({ ok: false, reason: "wrong_password" });
    expect(await signIn(email, "the stranger's own words")).toBe("refused");
  });

  it("refuses common passwords and those made from the person's name", async () => {
    expect(await register(newEmail(), "password123")).toEqual({ ok: false, reason: "password_common" });
    const words = "gracehopper1";
    const personal = await registerPerson(visitor(), { name: "Grace Hopper", email: newEmail(), password: words });
    expect(personal).toEqual({ ok: false, reason: "password_personal" });
  });

  it("with the same address again and again does not flood its owner's mailbox", async () => {
    const email = newEmail();
    await Promise.all([register(email), register(email)]);
    await register(email);
    await mailbox.mailTo(email);
    const [row] = await backend.sql`select count(*)::int as mails from mails where recipient = ${email}`;
    expect(row?.mails).toBe(1);
  });
});

describe("a link in a mail", () => {
  async function confirmed() {
    const email = newEmail();
    const made = await registerAccount({ name: "Ada", email, password });
    if (!made.ok) throw new Error(made.reason);
    return { email, userId: made.value.userId };
  }
  async function resetLink(email: string): Promise<string> {
    await requestPasswordReset(visitor(), { email });
    const isReset = ({ to, data }: Received) => to.includes(email) && data.includes("new password for SampleMind");
    const mail = await until(() => mailbox.received.findLast(isReset), "the mail with the link");
    return tokenIn(readable(mail).text);
  }

  it("is in a letter in the language that its reader has chosen", async () => {
    const { email, userId } = await confirmed();
    await backend.sql`insert into person_settings (user_id, choices) values (${userId}, '{"language":"de"}')`;
    await requestPasswordReset(visitor(), { email });
    const isReset = (mail: Received) => mail.to.includes(email) && readable(mail).text.includes("/reset#token=");
    const { text } = readable(await until(() => mailbox.received.find(isReset), "the mail with the link"));
    expect(text).toContain("öffne innerhalb einer Stunde diesen Link");
    const [row] = await backend.sql`select subject from mails where recipient = ${email} and body like '%/reset#%'`;
    expect(row?.subject).toBe("Neues Passwort für SampleMind");
    expect(await resetPasswordByLink(visitor(), { token: tokenIn(text), password: another })).toMatchObject({
      ok: true,
    });
  });

  it("is in the language that its reader registered in, while they have chosen none", async () => {
    const email = newEmail();
    await registerPerson({ ...visitor(), language: "de" }, { name: "Ada", email, password });
    const welcome = await until(() => mailbox.received.find(({ to }) => to.includes(email)), "the first mail");
    expect(readable(welcome).text).toContain("Jemand hat mit dieser E-Mail-Adresse ein Konto angelegt");
    const chooses = (language: string) => backend.sql`
      update person_settings set choices = choices || ${backend.sql.json({ language })}
      where user_id = (select id from users where email = ${email})`;
    const asked = async () => {
      // Nobody is sent two links at once.
      await backend.sql`delete from one_time_tokens where email = ${email}`;
      await requestPasswordReset(visitor(), { email });
      const [row] = await backend.sql`select subject from mails where recipient = ${email} order by id desc limit 1`;
      return row?.subject;
    };
    await chooses("auto");
    expect(await asked()).toBe("Neues Passwort für SampleMind");
    await chooses("en");
    expect(await asked()).toBe("Set a new password for SampleMind");
  });

  it("sets a new password once: of ten who use it at once, one succeeds", async () => {
    const { email } = await confirmed();
    const token = await resetLink(email);
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        resetPasswordByLink(visitor(), { token, password: `${another} number ${index}` }),
      ),
    );
    const winners = results.flatMap(({ ok }, index) => (ok ? [index] : []));
    expect(winners).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(9).fill({ ok: false, reason: "link_void" }));
    expect(await signIn(email, `${another} number ${winners[0]}`)).toBe("signed-in");
    expect(await signIn(email)).toBe("refused");
  });

  it("that sets a new password ends every session and key, lifts the lockout and confirms the address", async () => {
    const { email, userId } = await confirmed();
    const here = await backend.signedIn(userId, email, password);
    for (let failure = 0; failure < 6; failure++) await signIn(email, "a guess");
    const token = await resetLink(email);
    const { secret } = await backend.apiKey(here);
    expect((await backend.callWithKey(secret, "/api/v1/samples")).status).toBe(200);
    const set = await resetPasswordByLink(visitor(), { token, password: another });
    expect(set).toEqual({ ok: true, value: { endedKeys: 1 } });
    expect((await backend.callWithKey(secret, "/api/v1/samples")).status).toBe(401);
    expect(await findActiveSession(here.sessionId)).toBeNull();
    const told = await backend.sql<{ body: string }[]>`select body from mails where recipient = ${email} order by id`;
    expect(told.find(({ body }) => body.includes("/reset#token="))?.body).toContain("your API keys stop working");
    expect(told.find(({ body }) => body.includes(secret.slice(0, 12)))?.body).toContain("A new API key was created");
    expect(told.some(({ body }) => body.includes(secret))).toBe(false);
    expect(told.at(-1)?.body).toContain("1 API key stopped working");
    expect(await signIn(email, another)).toBe("signed-in");
    const [row] = await backend.sql`select email_verified_at is not null as verified from users where id = ${userId}`;
    expect(row?.verified).toBe(true);
    const actions = await backend.sql<{ action: string }[]>`
      select action from audit_entries where target_id = ${userId} and action like 'account.password%' order by seq`;
    expect(actions.map(({ action }) => action)).toEqual(["account.password_reset_requested", "account.password_reset"]);
  });

  it("is void if it is too old, or after another password was set", async () => {
    const old = await confirmed();
    const token = await resetLink(old.email);
    await backend.sql`update one_time_tokens set expires_at = now() where user_id = ${old.userId}`;
    expect(await resetPasswordByLink(visitor(), { token, password: another })).toMatchObject({ reason: "link_void" });
    const changed = await confirmed();
    const unused = await resetLink(changed.email);
    const here = await backend.signedIn(changed.userId, changed.email, password);
    expect(await changePassword(here.ctx, { current: password, password: another })).toMatchObject({ ok: true });
    const late = await resetPasswordByLink(visitor(), { token: unused, password: "yet another phrase" });
    expect(late).toEqual({ ok: false, reason: "link_void" });
  });

  it("works only for its own kind and cannot be read on the server", async () => {
    const { email, userId } = await confirmed();
    const token = await resetLink(email);
    expect(await verify(token, password)).toEqual({ ok: false, reason: "link_void" });
    const stored = await backend.sql`select token_hash from one_time_tokens where user_id = ${userId}`;
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it("is requested with the same answer whether or not there is an account", async () => {
    const { email } = await confirmed();
    const timed = async (address: string) => {
      const startedAt = performance.now();
      const answer = await requestPasswordReset(visitor(), { email: address });
      return { answer, ms: performance.now() - startedAt };
    };
    const [known, unknown] = [await timed(email), await timed(newEmail())];
    expect(known.answer).toEqual(unknown.answer);
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(EVEN_ANSWER_MS - 2);
  });

  it("uses the server's configured address, whatever host a request names", async () => {
    const { email } = await confirmed();
    await requestPasswordReset(visitor(), { email });
    const [row] = await backend.sql<{ body: string }[]>`
      select body from mails where recipient = ${email} order by created_at desc limit 1`;
    expect(row?.body).toContain("http://samplemind.example/reset#token=");
  });
});

describe("a mail", () => {
  it("that the mail server refuses is tried again later, and then sent once", async () => {
    mailbox.isRefusing = true;
    const email = newEmail();
    await register(email);
    const failed = await until(async () => {
      const [row] = await backend.sql`select attempts, failure, sent_at from mails where recipient = ${email}`;
      return row?.failure ? row : null;
    }, "a failed attempt");
    expect(failed).toMatchObject({ attempts: 1, failure: "EENVELOPE 452", sent_at: null });
    mailbox.isRefusing = false;
    await backend.sql`update mails set next_attempt_at = now() where recipient = ${email}`;
    await until(async () => {
      await sendDueMails();
      return mailbox.countTo(email) > 0;
    }, "the mail");
    await sendDueMails();
    expect(mailbox.countTo(email)).toBe(1);
  });

  it("is not sent if its transaction is rolled back", async () => {
    const email = newEmail();
    const undone = inTransaction(asSystem(), (work) => {
      work.mail(letterOf({ recipient: email, subject: "Never", body: "never" }));
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await sendDueMails();
    expect(mailbox.countTo(email)).toBe(0);
  });

  it.each([
    { recipient: "ada@example.com\r\nBcc: all@example.com", subject: "Hello" },
    { recipient: "ada@example.com", subject: "Hello\r\nBcc: all@example.com" },
  ])("with a line break in a header is refused: %j", async (headers) => {
    await expect(mail({ ...headers, body: "text" })).rejects.toThrow("line break");
  });

  it("is sent to one person, whatever the address looks like", async () => {
    const email = `"a, b@example.org" <${newEmail()}>`;
    await mail({ recipient: email, subject: "One", body: "text" });
    await sendDueMails();
    expect(mailbox.countTo("b@example.org")).toBe(0);
  });

  it("tells of a changed password and has the configured sender", async () => {
    const email = newEmail();
    const made = await registerAccount({ name: "Ada", email, password });
    if (!made.ok) throw new Error(made.reason);
    const [here, there] = [
      await backend.signedIn(made.value.userId, email, password),
      await backend.signedIn(made.value.userId, email, password),
    ];
    expect(await changePassword(here.ctx, { current: "a guess", password: another })).toMatchObject({
      reason: "wrong_password",
    });
    expect(await changePassword(here.ctx, { current: password, password: "qwertyuiop" })).toMatchObject({
      reason: "password_common",
    });
    expect(await changePassword(here.ctx, { current: password, password: another })).toEqual({
      ok: true,
      value: { ended: 1 },
    });
    expect([await findActiveSession(here.sessionId), await findActiveSession(there.sessionId)]).toEqual([
      expect.anything(),
      null,
    ]);
    const told = ({ to, data }: Received) => to.includes(email) && data.includes("password was changed");
    const mail = await until(() => mailbox.received.find(told), "the mail");
    expect(mail.from).toBe("samplemind@example.org");
  });
});
