import { describe, expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";
import { cookiesOf, forgedRequests, isSessionCookie } from "@/tests/factories/forged-requests";
import { startApp } from "@/tests/factories/running-app";

const SITE = "https://studio.example.com";
const backend = await startBackend({ jobs: false });
const address = await startApp({ API_CORS_ORIGINS: `${SITE}, https://b.example` });
const { get, signIn, callAction, sessionOf } = forgedRequests(address);
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
    expect(writes.length).toBeGreaterThan(3);
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
  const ATTEMPTS = 5;
  const ROUNDS = 5;

  it("an unknown address and a wrong password look the same and take equally long", async () => {
    const answers = new Set<string>();
    const time = async (email: string) => {
      const startedMs = performance.now();
      const answer = await signIn({ email, password: "not the password at all" });
      answers.add(`${answer.status} ${(await answer.text()).replaceAll(/\s/g, "")}`);
      return performance.now() - startedMs;
    };
    /** How many times as long a known address takes. What else the machine does only ever adds to the least time. */
    const compare = async () => {
      await backend.sql`delete from sign_in_failures`;
      const people = await Promise.all(Array.from({ length: ATTEMPTS }, () => backend.person()));
      let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (const { email } of people) {
        known = Math.min(known, await time(email));
        unknown = Math.min(unknown, await time(`nobody-${email}`));
      }
      return known / unknown;
    };
    // A busy machine may blur a round; a difference that is in the answers is there in all of them.
    const ratios = [await compare()];
    const isAlike = (ratio = Number.NaN) => ratio > 0.5 && ratio < 2;
    while (!isAlike(ratios.at(-1)) && ratios.length < ROUNDS) ratios.push(await compare());
    expect(ratios.some(isAlike), `known takes ${ratios.join(", ")} times as long as unknown`).toBe(true);
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
