import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "@/runtime/root.mjs";
import { startBackend } from "@/tests/factories/backend";
import { cookiesOf, forgedRequests, isSessionCookie } from "@/tests/factories/forged-requests";
import { writeSamples } from "@/tests/factories/library";
import { artistOf } from "@/tests/factories/publications";
import { startApp } from "@/tests/factories/running-app";
import { expectSameTime } from "@/tests/factories/timing";

const SITE = "https://studio.example.com";
const backend = await startBackend({ jobs: false });
const address = await startApp({ API_CORS_ORIGINS: `${SITE}, https://b.example` });
const { get, signIn, callAction, sessionOf } = forgedRequests(address);
const { publishSample } = await import("@/lib/gallery/mutations");
const { takeRequest } = await import("@/lib/rate-limits/gate");
const { RATE_LIMITS } = await import("@/lib/rate-limits/constants");
const { sql } = backend;

describe("session fixation", () => {
  it("cannot work: signing in replaces the earlier session", async () => {
    const [mallory, ada] = [await backend.person("Mallory"), await backend.person("Ada")];
    const answer = await signIn({ email: ada.email, password: ada.password }, { cookie: mallory.cookie });
    const fresh = cookiesOf(answer).find(isSessionCookie) ?? "";
    expect(fresh).not.toBe("");
    expect(fresh).not.toBe(mallory.cookie);
    expect(await sessionOf(fresh)).toMatchObject({ user: { email: ada.email } });
    const former = await sessionOf(mallory.cookie);
    expect(JSON.stringify(former)).not.toContain(ada.email);
    const [rows] =
      await sql`select count(*)::int as n from sessions where id = ${mallory.sessionId} and user_id = ${ada.userId}`;
    expect(rows?.n).toBe(0);
  });
});

describe("requests that another site makes a browser send", () => {
  it("cannot sign anybody in or out without next-auth's token", async () => {
    const person = await backend.person();
    const answer = await signIn({ email: person.email, password: person.password }, { withToken: false });
    expect(cookiesOf(answer).filter(isSessionCookie)).toEqual([]);
    await get(
      "/api/auth/signout",
      { cookie: person.cookie, origin: SITE },
      { method: "POST", body: new URLSearchParams() },
    );
    expect(await sessionOf(person.cookie)).toHaveProperty("user");
  });

  it("cannot run a server action", async () => {
    const person = await backend.person();
    const other = await backend.signedIn(person.userId, person.email, person.password);
    for (const origin of ["https://evil.example", "null"]) {
      const name = "lib/accounts/actions.ts revokeSessionAction";
      await (await callAction(name, { id: other.sessionId }, { cookie: person.cookie, origin })).text();
    }
    expect(await sessionOf(other.cookie)).toHaveProperty("user");
  });

  it("are refused by every writing operation of the API", async () => {
    const person = await backend.person();
    const { OPERATIONS } = await import("@/lib/api/operation-table");
    const writes = OPERATIONS.filter(({ method }) => method !== "GET");
    // More than one address may ask for in a minute: they are not counted, or a site could use that up for its visitors.
    expect(writes.length).toBeGreaterThan(RATE_LIMITS.default.perMinute);
    for (const { method, path } of writes) {
      const headers = { cookie: person.cookie, origin: SITE, "content-type": "application/json" };
      const answer = await get(`/api/v1${path.replace(":id", person.userId)}`, headers, { method, body: "{}" });
      expect(answer.status, `${method} ${path}`).toBe(403);
    }
  });

  it("are allowed by CORS only for configured sites, and never with a cookie", async () => {
    const preflight = { "access-control-request-method": "GET", "access-control-request-headers": "authorization" };
    const ours = await get("/api/v1/samples", { origin: SITE, ...preflight }, { method: "OPTIONS" });
    expect(ours.status).toBe(204);
    expect(ours.headers.get("access-control-allow-origin")).toBe(SITE);
    expect(ours.headers.get("access-control-allow-headers")?.toLowerCase()).toContain("authorization");
    for (const answer of [ours, await get("/api/v1/samples", { origin: SITE })]) {
      expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
      expect(answer.headers.get("vary")?.toLowerCase()).toContain("origin");
    }
    for (const origin of ["https://evil.example", `${SITE}.evil.example`, "null"]) {
      const foreign = await get("/api/v1/samples", { origin, ...preflight }, { method: "OPTIONS" });
      expect(foreign.headers.get("access-control-allow-origin"), origin).toBeNull();
    }
    for (const path of ["/api/auth/session", "/api/health", "/dashboard"]) {
      expect((await get(path, { origin: SITE })).headers.get("access-control-allow-origin"), path).toBeNull();
    }
  });
});

describe("what answers and their timing reveal", () => {
  it("an unknown address and a wrong password look the same and take equally long", async () => {
    const { email } = await backend.person();
    const answers = new Set<string>();
    const ask = async (asked: string) => {
      const answer = await signIn({ email: asked, password: "not the password at all" });
      answers.add(`${answer.status} ${(await answer.text()).replaceAll(/\s/g, "")}`);
    };
    await expectSameTime(
      () => ask(email),
      () => ask(`${randomUUID()}@example.com`),
      { factor: 2, beforeRound: () => backend.sql`delete from sign_in_failures` },
    );
    expect(answers.size).toBe(1);
  });

  it("requesting a reset link gives the same answer whether or not there is an account", async () => {
    const { email } = await backend.person();
    const texts = new Set<string>();
    for (const asked of [email, "nobody-here@example.com"]) {
      const answer = await callAction(
        "lib/accounts/passwords/actions.ts requestPasswordResetAction",
        { email: asked },
        { origin: address },
      );
      const [result] = /\{"data":.*/.exec(await answer.text()) ?? ["no result"];
      texts.add(`${answer.status} ${result}`);
    }
    expect([...texts]).toEqual([expect.stringContaining('"asked":true')]);
  });
});

describe("programs that fill in forms", () => {
  const password = "four plain words here";
  const token = "x".repeat(43);
  /** Every form that can be sent without an account, filled in. */
  const FORMS: Readonly<Record<string, object>> = {
    "lib/accounts/actions.ts registerAction": { name: "Bot", email: "bot@example.com", password: "password1234" },
    "lib/accounts/email-change/actions.ts confirmEmailChangeAction": { token },
    "lib/accounts/passwords/actions.ts requestPasswordResetAction": { email: "bot@example.com" },
    "lib/accounts/passwords/actions.ts resetPasswordAction": { token, password },
    "lib/accounts/registration/actions.ts keepEntryAction": {},
    "lib/accounts/verification/actions.ts verifyEmailAction": { token, password },
    "lib/moderation/actions.ts reportAction": { publicationId: randomUUID(), reason: "spam" },
  };
  /** As the application sees whoever asks on this machine, and somebody elsewhere. */
  const [here, elsewhere] = ["127.0.0.1", "198.51.100.77"].map((one) => ({ kind: "address", address: one }) as const);

  async function publicSlug(): Promise<string> {
    const person = await backend.person();
    await artistOf(backend, person);
    const [sampleId = ""] = await writeSamples(sql, person.userId, [{ fileName: "a.wav", kind: "loop" }]);
    const rights = { licence: "cc-by", aiTraining: "allowed", allowsDownload: true } as const;
    const made = await publishSample(person.ctx, { sampleId, title: "Rain", ...rights });
    return made.ok ? made.value.slug : made.reason;
  }

  it("find no form that does not count them", () => {
    const files = readdirSync(join(root, "lib"), { recursive: true, encoding: "utf8" });
    const open = files
      .filter((path) => path.endsWith("actions.ts"))
      .flatMap((path) => {
        const names = readFileSync(join(root, "lib", path), "utf8").matchAll(/export const (\w+) = publicAction\b/g);
        return [...names].map(([, name]) => `lib/${path} ${name}`);
      });
    expect(open.sort()).toEqual(Object.keys(FORMS).sort());
  });

  it.each(Object.entries(FORMS))("are refused once their address has sent too much: %s", async (name, input) => {
    const isRefused = async () => {
      const form = name.endsWith("reportAction") ? { lastAnswer: [null], slug: await publicSlug() } : {};
      const answer = await callAction(name, input, { origin: address }, form);
      expect(answer.status).toBe(200);
      return (await answer.text()).includes('"rate_limited"');
    };
    await sql`delete from rate_limits`;
    expect(await isRefused()).toBe(false);
    for (let sent = 0; sent < RATE_LIMITS["sign-in"].perMinute; sent++) await takeRequest("sign-in", here as never);
    expect(await isRefused()).toBe(true);
    // Whoever has another address is none of them.
    expect((await takeRequest("sign-in", elsewhere as never)).admitted).toBe(true);
    await sql`delete from rate_limits`;
  });
});
