import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";
import { cookiesOf, forgedRequests, isSessionCookie } from "@/tests/factories/forged-requests";
import { startApp } from "@/tests/factories/running-app";
import { expectSameTime } from "@/tests/factories/timing";

const SITE = "https://studio.example.com";
const backend = await startBackend({ jobs: false });
const address = await startApp({ API_CORS_ORIGINS: `${SITE}, https://b.example` });
const { get, signIn, callAction, sessionOf } = forgedRequests(address);
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
