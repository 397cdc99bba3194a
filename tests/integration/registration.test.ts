import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RegistrationEntry } from "@/lib/accounts/registration/schema";
import { AuthBrowser } from "@/tests/factories/auth-browser";
import { startBackend } from "@/tests/factories/backend";
import { builtActions } from "@/tests/factories/built-actions";
import { serveNextAuth } from "@/tests/factories/next-auth-server";
import { OAuthService } from "@/tests/factories/oauth-service";
import { startApp } from "@/tests/factories/running-app";
import { until } from "@/tests/factories/until";

const service = new OAuthService();
await service.listen();
const backend = await startBackend({ jobs: false });
const { sql } = backend;
const codeFile = `${process.env.TMPDIR}/setup-code`;
const address = await startApp({ SETUP_CODE_FILE: codeFile, EMBEDDED_S3_DIR: `${process.env.TMPDIR}/s3` });
const origin = await serveNextAuth(() => service.settings());
const { registerPerson } = await import("@/lib/accounts/mutations");
const { ENTRY_COOKIE, sealEntry } = await import("@/lib/accounts/registration/entry-cookie");
const { sweepInvitations } = await import("@/lib/accounts/registration/jobs");
const { RATE_LIMITS } = await import("@/lib/rate-limits/constants");
const registration = await import("@/lib/admin/registration/mutations");
const { readRegistration } = await import("@/lib/admin/registration/data");

const password = "correct horse battery";
const newEmail = () => `${randomUUID()}@example.com`;
let visitors = 0;
/** Each from another address, so that only the test about it meets the limit. */
const stranger = () => ({
  ...{ requestId: randomUUID(), userAgent: "test browser" },
  address: `198.51.${100 + (++visitors >> 8)}.${visitors & 255}`,
});
async function register(entry: RegistrationEntry = {}, email = newEmail(), visitor = stranger()) {
  const answer = await registerPerson(visitor, { name: "Ada", email, password, ...entry });
  return answer.ok ? answer.value : answer.reason;
}

/** Sends what the register form of the running application sends. Returns its answer's text. */
async function sendForm(input: object, headers: Record<string, string> = {}): Promise<string> {
  const action = builtActions().get("lib/accounts/actions.ts registerAction");
  const answer = await fetch(`${address}${action?.page}`, {
    method: "POST",
    headers: {
      origin: address,
      "next-action": action?.id ?? "",
      "content-type": "text/plain;charset=UTF-8",
      ...headers,
    },
    body: JSON.stringify([{ name: "Ada", email: newEmail(), password, ...input }]),
  });
  return answer.text();
}

/** Comes back from another service as a new person there. Returns the page and the address. */
async function comeBack(cookie?: RegistrationEntry, email = newEmail()) {
  service.visitor = { id: String(++visitors), name: "Ada", email, emailVerified: true };
  const browser = new AuthBrowser(origin);
  if (cookie) browser.cookies.set(ENTRY_COOKIE, await sealEntry(cookie));
  const away = await browser.post("/api/auth/signin/github", { callbackUrl: `${origin}/library` });
  const page = await browser.follow(away.toString());
  return { path: page.pathname + page.search, signedInAs: await browser.whoAmI() };
}

describe("the first account", () => {
  it("is made only with the set-up code, which only the operator can read, from wherever it is asked for", async () => {
    const code = readFileSync(codeFile, "utf8").trim();
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(statSync(codeFile).mode & 0o777).toBe(0o600);
    // A browser on this machine and a stranger behind a proxy that adds nothing send the same.
    const here = { host: new URL(address).host };
    const behindProxy = { "x-forwarded-for": "203.0.113.7" };
    for (const headers of [here, behindProxy]) {
      expect(await sendForm({}, headers)).toContain('"reason":"setup_code_needed"');
      expect(await sendForm({ setupCode: "AAAA-AAAA-AAAA" }, headers)).toContain('"reason":"setup_code_wrong"');
    }
    expect((await comeBack()).path).toContain("/sign-in?error=NotAdmitted");
    const page = async (path: string) => (await fetch(`${address}${path}`)).text();
    expect(await page("/register")).toContain("The first account administers this server.");
    for (const path of ["/", "/sign-in"]) expect(await page(path)).toContain("address after “First account”");
    const [none] = await sql`select count(*)::int as people from users`;
    expect(none?.people).toBe(0);

    const written = code.toLowerCase().replaceAll("-", " ");
    expect(await sendForm({ setupCode: written, email: "first@example.com" }, behindProxy)).toContain('"isAdmin":true');
    const [first] = await sql`select role from users`;
    expect(first?.role).toBe("admin");
    expect(existsSync(codeFile)).toBe(false);
    for (const path of ["/", "/sign-in", "/register"]) {
      // What all strangers get alike may be a few seconds old.
      await until(async () => !(await page(path)).includes("Nobody has an account here yet"), `another ${path}`, 5);
    }
  });

  it("is the only one: the next is an ordinary one, with or without the code", async () => {
    const { setupCode } = await import("@/lib/accounts/registration/setup-code");
    expect(await register({ setupCode: setupCode() })).toEqual({ next: "sign-in", isAdmin: false });
  });
});

describe("registering", () => {
  it("is refused everywhere while it is closed, whatever was given out before", async () => {
    const admin = await backend.person("Root", { role: "admin" });
    const made = await registration.createInvitation(admin.ctx, { email: null, days: 7 });
    const invitation = made.ok ? (made.value.link?.split("#invitation=")[1] ?? "") : "";
    expect(await registration.setRegistration(admin.ctx, { mode: "closed" })).toEqual({ ok: true, value: null });
    expect(await register()).toBe("registration_closed");
    expect(await register({ invitation })).toBe("registration_closed");
    expect(await sendForm({ invitation })).toContain('"reason":"registration_closed"');
    expect(await comeBack({ invitation })).toMatchObject({
      path: expect.stringContaining("NotAdmitted"),
      signedInAs: null,
    });
    expect(await (await fetch(`${address}/register`)).text()).toContain("does not take new accounts");

    await registration.setRegistration(admin.ctx, { mode: "open" });
    expect(await register()).toEqual({ next: "sign-in", isAdmin: false });
    expect((await comeBack()).path).toBe("/library");
    const changes =
      await sql`select before, after from audit_entries where action = 'registration.mode_changed' order by seq`;
    expect([...changes]).toEqual([
      { before: { mode: "open" }, after: { mode: "closed" } },
      { before: { mode: "closed" }, after: { mode: "open" } },
    ]);
  });

  it("by invitation works once for each link, until it expires or is withdrawn", async () => {
    const admin = await backend.person("Root", { role: "admin" });
    await registration.setRegistration(admin.ctx, { mode: "invitation" });
    const invite = async (email: string | null = null) => {
      const made = await registration.createInvitation(admin.ctx, { email, days: 7 });
      if (!made.ok) throw new Error(made.reason);
      const [row] = await sql`select id from invitations order by created_at desc limit 1`;
      return { id: String(row?.id), invitation: made.value.link?.split("#invitation=")[1] ?? "" };
    };
    expect(await register()).toBe("invitation_needed");
    expect(await register({ invitation: "x".repeat(43) })).toBe("invitation_void");
    expect((await comeBack()).signedInAs).toBeNull();

    const once = await invite();
    const both = await Promise.all([register(once), register(once)]);
    expect(both.filter((one) => typeof one === "object")).toEqual([{ next: "sign-in", isAdmin: false }]);
    expect(await register(once)).toBe("invitation_void");

    const withdrawn = await invite();
    expect(await registration.withdrawInvitation(admin.ctx, withdrawn)).toEqual({ ok: true, value: null });
    expect(await register(withdrawn)).toBe("invitation_void");
    const expired = await invite();
    await sql`update invitations set expires_at = now() where id = ${expired.id}`;
    expect(await register(expired)).toBe("invitation_void");

    const email = newEmail();
    const personal = await invite(email);
    expect(await registration.createInvitation(admin.ctx, { email, days: 7 })).toMatchObject({
      reason: "already_invited",
    });
    expect(await register(personal)).toBe("invitation_for_another");
    expect(await register(personal, email)).toEqual({ next: "sign-in", isAdmin: false });
    expect(await registration.createInvitation(admin.ctx, { email, days: 7 })).toMatchObject({ reason: "email_taken" });

    const [kept, ofOwnAddress] = [await invite(), newEmail()];
    expect((await comeBack(kept)).path).toBe("/library");
    await invite(ofOwnAddress);
    expect(await comeBack(undefined, ofOwnAddress)).toEqual({ path: "/library", signedInAs: ofOwnAddress });

    const { invitations } = await readRegistration(admin.ctx.actor);
    expect(invitations.map(({ state }) => state)).toEqual(
      expect.arrayContaining(["used", "used", "used", "expired", "withdrawn", "used"]),
    );
    expect(invitations.find(({ registered }) => registered?.email === email)).toMatchObject({
      email: null,
      state: "used",
    });
    const [audited] = await sql`select count(*)::int as made,
      count(*) filter (where after::text like '%@%')::int as with_address
      from audit_entries where action = 'invitation.created'`;
    expect(audited).toEqual({ made: invitations.length, with_address: 0 });
    await sql`update invitations set expires_at = now() - interval '31 days' where id = ${expired.id}`;
    expect(await sweepInvitations()).toBe(1);
    await registration.setRegistration(admin.ctx, { mode: "open" });
  });

  it("is managed by admins only", async () => {
    const { ctx } = await backend.person("Eve");
    await expect(registration.setRegistration(ctx, { mode: "closed" })).rejects.toThrow("forbidden");
    await expect(registration.createInvitation(ctx, { email: null, days: 1 })).rejects.toThrow("forbidden");
    await expect(registration.withdrawInvitation(ctx, { id: randomUUID() })).rejects.toThrow("forbidden");
    await expect(readRegistration(ctx.actor)).rejects.toThrow("forbidden");
  });

  it("from one address is possible only so often, in every way together", async () => {
    const visitor = stranger();
    const { perMinute } = RATE_LIMITS.registration;
    for (let index = 0; index < perMinute; index++) await register({}, newEmail(), visitor);
    const [before] = await sql`select count(*)::int as people from users`;
    expect(await register({}, newEmail(), visitor)).toBe("too_many_registrations");
    const [after] = await sql`select count(*)::int as people from users`;
    expect(after).toEqual(before);
    // This machine's address is one like all others.
    const sent = await Promise.all(Array.from({ length: perMinute + 1 }, () => sendForm({})));
    expect(sent.some((answer) => answer.includes('"reason":"too_many_registrations"'))).toBe(true);
  });
});
