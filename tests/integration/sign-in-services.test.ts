import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AuthBrowser } from "@/tests/factories/auth-browser";
import { type Person, startBackend } from "@/tests/factories/backend";
import { serveNextAuth } from "@/tests/factories/next-auth-server";
import { OAuthService } from "@/tests/factories/oauth-service";

const service = new OAuthService();
await service.listen();
for (const name of ["GOOGLE", "GITHUB", "SPOTIFY"]) {
  Object.assign(process.env, { [`${name}_CLIENT_ID`]: "set", [`${name}_CLIENT_SECRET`]: "set" });
}
const backend = await startBackend({ jobs: false });
const origin = await serveNextAuth(() => service.settings());
const { unlinkAccount } = await import("@/lib/accounts/linked-accounts/mutations");
const { LINK_COOKIE, sealLinkIntent } = await import("@/lib/accounts/linked-accounts/link-intent");
const { changePassword } = await import("@/lib/accounts/passwords/mutations");
const { findAccountByEmail } = await import("@/lib/accounts/lookups");
const { findActiveSession } = await import("@/lib/identity/lookups");
const { actorOf } = await import("@/lib/identity/actor");

// Until somebody has an account, only a set-up code makes one.
await backend.person("the admin");

type Service = "google" | "github" | "spotify";
const services: Service[] = ["google", "github", "spotify"];
let ids = 1000;
const newVisitor = (over: Partial<OAuthService["visitor"]> = {}) => ({
  id: String(++ids),
  name: "Ada Lovelace",
  email: `${randomUUID()}@example.com`,
  emailVerified: true,
  ...over,
});

/** Presses "Continue with …" and agrees there. Returns the page it ends on. */
async function through(browser: AuthBrowser, provider: Service, callbackUrl = "/library"): Promise<URL> {
  const away = await browser.post(`/api/auth/signin/${provider}`, { callbackUrl: `${origin}${callbackUrl}` });
  return browser.follow(away.toString());
}

/** A person's browser that has asked to link a service. */
async function linking(person: Person, provider: Service): Promise<AuthBrowser> {
  const browser = new AuthBrowser(origin);
  browser.cookies.set("next-auth.session-token", person.cookie.slice(person.cookie.indexOf("=") + 1));
  browser.cookies.set(LINK_COOKIE, await sealLinkIntent({ sessionId: person.sessionId, provider }));
  return browser;
}

const linksOf = async (userId: string) => {
  const rows = await backend.sql<{ provider: string }[]>`
    select provider from linked_accounts where user_id = ${userId} order by provider`;
  return rows.map(({ provider }) => provider);
};

async function contextOf(browser: AuthBrowser) {
  const session = await findActiveSession((await browser.sessionId()) ?? "");
  if (!session) throw new Error("nobody is signed in");
  return { actor: actorOf(session), requestId: randomUUID(), address: null, userAgent: null };
}

describe("continuing with another service", () => {
  it.each(["google", "github"] as const)(
    "makes an account for an address that %s has checked, and recognises it the next time",
    async (provider) => {
      service.visitor = newVisitor();
      const { email, name } = service.visitor;
      const browser = new AuthBrowser(origin);
      expect((await through(browser, provider)).pathname).toBe("/library");
      expect(await browser.whoAmI()).toBe(email);
      const [row] = await backend.sql`select name, password_hash, email_verified_at is not null as verified
      from users where email = ${email}`;
      expect(row).toEqual({ name, password_hash: null, verified: true });
      service.visitor = { ...service.visitor, email: `${randomUUID()}@example.com` };
      const later = new AuthBrowser(origin);
      await through(later, provider);
      expect(await later.whoAmI()).toBe(email);
    },
  );

  it("keeps the language of the page that they came from, for their letters", async () => {
    service.visitor = newVisitor();
    // Only so many may register from one address.
    const browser = new AuthBrowser(origin, "192.0.2.2");
    browser.cookies.set("choices", "language%3Dde");
    await through(browser, "google");
    const [row] = await backend.sql`
      select choices from person_settings join users on users.id = user_id where email = ${service.visitor.email}`;
    expect(row?.choices).toEqual({ firstLanguage: "de" });
  });

  it.each(services)(
    "never opens an account because its e-mail address matches: %s is refused and links nothing",
    async (provider) => {
      const person = await backend.person();
      service.visitor = newVisitor({ email: person.email });
      const browser = new AuthBrowser(origin);
      const page = await through(browser, provider);
      expect(page.pathname + page.search).toBe("/sign-in?error=NotLinked");
      expect(await browser.sessionId()).toBeNull();
      expect(await linksOf(person.userId)).toEqual([]);
    },
  );

  it("makes no account for an address that the service has not checked, with the same answer", async () => {
    for (const provider of services) {
      service.visitor = newVisitor({ emailVerified: false });
      const page = await through(new AuthBrowser(origin), provider);
      expect(page.pathname + page.search, provider).toBe("/sign-in?error=NotLinked");
      expect(await findAccountByEmail(service.visitor.email)).toBeNull();
    }
  });

  it("does not bypass a suspension", async () => {
    service.visitor = newVisitor();
    await through(new AuthBrowser(origin), "google");
    await backend.sql`update users set suspended_at = now() where email = ${service.visitor.email}`;
    const browser = new AuthBrowser(origin);
    expect((await through(browser, "google")).pathname).toBe("/sign-in");
    expect(await browser.sessionId()).toBeNull();
  });

  it("is refused if the answer belongs to another browser", async () => {
    service.visitor = newVisitor();
    const [attacker, victim] = [new AuthBrowser(origin), new AuthBrowser(origin)];
    const away = await attacker.post("/api/auth/signin/google", { callbackUrl: `${origin}/library` });
    const back = (await attacker.request(away.toString())).headers.get("location") ?? "";
    await victim.follow(back);
    expect(await victim.sessionId()).toBeNull();
  });

  it("never leads to another site", async () => {
    service.visitor = newVisitor();
    const browser = new AuthBrowser(origin);
    const away = await browser.post("/api/auth/signin/google", { callbackUrl: "https://evil.example/" });
    const page = await browser.follow(away.toString());
    expect(page.origin).toBe(origin);
    expect(await browser.whoAmI()).toBe(service.visitor.email);
  });
});

describe("linking a service in the settings", () => {
  it.each(services)("lets its person sign in with %s from then on, whatever their address there", async (provider) => {
    const person = await backend.person();
    service.visitor = newVisitor({ emailVerified: false });
    const here = await linking(person, provider);
    const page = await through(here, provider, "/settings");
    expect(page.pathname + page.search).toBe(`/settings?link=${provider}`);
    expect(await here.sessionId()).toBe(person.sessionId);
    const [told] = await backend.sql`
      select subject from mails where recipient = ${person.email} order by id desc limit 1`;
    expect(told?.subject).toMatch(new RegExp(`^${provider} was linked to your SampleMind account$`, "i"));
    const there = new AuthBrowser(origin);
    await through(there, provider);
    expect(await there.whoAmI()).toBe(person.email);
  });

  it("is refused if another person has linked the same account, or another one is linked already", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    service.visitor = newVisitor();
    await through(await linking(ada, "google"), "google");
    const elsewhere = await through(await linking(eve, "google"), "google");
    expect(elsewhere.search).toBe("?link=linked_elsewhere");
    service.visitor = newVisitor();
    const second = await through(await linking(ada, "google"), "google");
    expect(second.search).toBe("?link=already_linked");
    expect([await linksOf(ada.userId), await linksOf(eve.userId)]).toEqual([["google"], []]);
  });

  it("is bound to the session that asked: another session's intent links nothing", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    service.visitor = newVisitor();
    const browser = await linking(ada, "google");
    browser.cookies.set(LINK_COOKIE, await sealLinkIntent({ sessionId: eve.sessionId, provider: "google" }));
    expect((await through(browser, "google")).search).toBe("?link=expired");
    browser.cookies.set(LINK_COOKIE, await sealLinkIntent({ sessionId: ada.sessionId, provider: "github" }));
    expect((await through(browser, "google")).search).toBe("?link=expired");
    expect([await linksOf(ada.userId), await linksOf(eve.userId)]).toEqual([[], []]);
  });

  it("is audited, and so is unlinking, with only the name of the service", async () => {
    const person = await backend.person();
    service.visitor = newVisitor();
    await through(await linking(person, "github"), "github");
    expect(await unlinkAccount(person.ctx, { provider: "github" })).toEqual({ ok: true, value: null });
    expect(await unlinkAccount(person.ctx, { provider: "github" })).toEqual({ ok: false, reason: "not_found" });
    const entries = await backend.sql`select action, before, after from audit_entries
      where target_id = ${person.userId} and action like 'account.provider%' order by seq`;
    expect([...entries]).toEqual([
      { action: "account.provider_linked", before: null, after: { provider: "github" } },
      { action: "account.provider_unlinked", before: { provider: "github" }, after: null },
    ]);
  });
});

describe("the last way to sign in", () => {
  /** A person without a password. */
  async function throughGoogle() {
    service.visitor = newVisitor();
    const browser = new AuthBrowser(origin);
    await through(browser, "google");
    return { browser, ctx: await contextOf(browser) };
  }

  it("cannot be unlinked until there is a password", async () => {
    const { ctx } = await throughGoogle();
    expect(await unlinkAccount(ctx, { provider: "google" })).toEqual({ ok: false, reason: "last_way_in" });
    expect(await changePassword(ctx, { password: "seven green kettles" })).toMatchObject({ ok: true });
    expect(await unlinkAccount(ctx, { provider: "google" })).toEqual({ ok: true, value: null });
  });

  it("stays if both of two are unlinked at once", async () => {
    for (let round = 0; round < 5; round++) {
      const { browser, ctx } = await throughGoogle();
      const sessionId = ctx.actor.sessionId ?? "";
      browser.cookies.set(LINK_COOKIE, await sealLinkIntent({ sessionId, provider: "github" }));
      service.visitor = newVisitor();
      await through(browser, "github");
      expect(await linksOf(ctx.actor.id)).toEqual(["github", "google"]);
      const results = await Promise.all([
        unlinkAccount(ctx, { provider: "google" }),
        unlinkAccount(ctx, { provider: "github" }),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await linksOf(ctx.actor.id)).toHaveLength(1);
    }
  });
});
