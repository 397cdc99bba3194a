import { readdirSync } from "node:fs";
import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";

const backend = await startBackend({ jobs: false });
const { registerAccount } = await import("@/lib/accounts/operator/jobs");
const { revokeOtherSessions, revokeSession } = await import("@/lib/accounts/sessions/mutations");
const { app } = await import("@/lib/api/app");
const { config, proxy } = await import("@/proxy");

const account = (number: number) => ({
  name: `Person ${number}`,
  email: `person-${number}@example.com`,
  password: "correct horse battery",
});

/** Paths of every page that needs a session, with a value for each `[id]`. */
function studioPaths(): string[] {
  const files = readdirSync("app/(studio)", { recursive: true, encoding: "utf8" });
  const pages = files.filter((file) => /(^|\/)page\.tsx$/.test(file));
  return pages.map(
    (page) => `/${page.replace(/\/?page\.tsx$/, "").replaceAll(/\[[^\]]+\]/g, "01a1fbfb-bd28-714a-bdb4-646dd4da4a09")}`,
  );
}

/** The proxy's response, or null if it lets the request through or never sees it. */
async function turnedAwayTo(path: string, cookie = ""): Promise<string | null> {
  const url = `http://127.0.0.1:3000${path}`;
  if (!unstable_doesMiddlewareMatch({ config, url })) return null;
  const answer = await proxy(new NextRequest(url, { headers: { cookie, "x-forwarded-proto": "http" } }));
  const location = answer.headers.get("location");
  return location && new URL(location).pathname + new URL(location).search;
}

describe("registering", () => {
  it("makes exactly one of ten simultaneous first registrations the admin, and never the demo account", async () => {
    await registerAccount({ ...account(0), email: "demo@example.com" }, { isDemo: true });
    await Promise.all(Array.from({ length: 10 }, (_, index) => registerAccount(account(index + 1))));
    const roles = await backend.sql<{ role: string; isDemo: boolean }[]>`select role, is_demo as "isDemo" from users`;
    expect(roles.filter(({ role }) => role === "admin")).toEqual([{ role: "admin", isDemo: false }]);
    expect(roles).toHaveLength(11);
  });

  it("refuses an address that differs from a taken one only in case and spaces", async () => {
    const first = await registerAccount({ ...account(20), email: "Grace@Example.com" });
    const second = await registerAccount({ ...account(21), email: "  grace@example.COM " });
    expect([first.ok, second]).toEqual([true, { ok: false, reason: "email_taken" }]);
  });

  it("stores no readable password", async () => {
    const person = await backend.person();
    const [row] = await backend.sql`select password_hash from users where id = ${person.userId}`;
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe("a session", () => {
  it("opens the API until it is revoked, and nothing afterwards", async () => {
    const person = await backend.person();
    expect((await backend.call(person, "/api/v1/samples")).status).toBe(200);
    expect(await turnedAwayTo("/library", person.cookie)).toBeNull();
    expect(await revokeSession(person.ctx, { id: person.sessionId })).toMatchObject({ ok: true });
    expect((await backend.call(person, "/api/v1/samples")).status).toBe(401);
    expect(await turnedAwayTo("/library", person.cookie)).toBe("/sign-in?next=%2Flibrary");
  });

  it("ends when its time is up, whatever the cookie says", async () => {
    const person = await backend.person();
    await backend.sql`update sessions set expires_at = now() where id = ${person.sessionId}`;
    expect((await backend.call(person, "/api/v1/samples")).status).toBe(401);
  });

  it("survives when the person signs out their other devices", async () => {
    const here = await backend.person();
    const there = await backend.signedIn(here.userId, here.email, here.password);
    expect(await revokeOtherSessions(here.ctx)).toEqual({ ok: true, value: { ended: 1 } });
    expect((await backend.call(here, "/api/v1/samples")).status).toBe(200);
    expect((await backend.call(there, "/api/v1/samples")).status).toBe(401);
  });

  it("cannot be revoked by another person", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    expect(await revokeSession(eve.ctx, { id: ada.sessionId })).toEqual({ ok: false, reason: "not_found" });
    expect((await backend.call(ada, "/api/v1/samples")).status).toBe(200);
  });
});

describe("a visitor", () => {
  it("is sent from every such page to the sign-in page, and would come back", async () => {
    const paths = studioPaths();
    expect(paths).toEqual(expect.arrayContaining(["/dashboard", "/library"]));
    for (const path of paths) expect(await turnedAwayTo(path), path).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });

  it("is refused by every operation of the API, also with a forged cookie", async () => {
    const operations = app.routes.filter(({ method }) => method !== "ALL");
    expect(operations.length).toBeGreaterThan(10);
    for (const { method, path } of operations) {
      // A visitor may ask only so often in a minute.
      await backend.sql`delete from rate_limits`;
      const concrete = path.replace(":id", "01a1fbfb-bd28-714a-bdb4-646dd4da4a09");
      const init = { method, headers: { cookie: "next-auth.session-token=forged" } };
      expect((await backend.call(null, concrete, init)).status, `${method} ${path}`).toBe(401);
    }
  });

  it("cannot make a person's browser write from another site", async () => {
    // The test before has asked as often as a visitor may in a minute.
    await backend.sql`delete from rate_limits`;
    const person = await backend.person();
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
      { origin: "null" },
    ];
    for (const headers of foreign) {
      const answer = await backend.call(person, "/api/v1/uploads/known", {
        method: "POST",
        json: { sha256s: [] },
        headers,
      });
      expect(answer.status).toBe(403);
    }
  });

  it("cannot start a durable function without the executor's signature", async () => {
    const body = JSON.stringify({
      event: {},
      events: [{}],
      steps: {},
      ctx: { run_id: "x", attempt: 0, stack: { stack: [], current: 0 } },
    });
    const answer = await fetch(`${backend.origin}/api/inngest?fnId=samplemind-sample-sweep&stepId=step`, {
      method: "POST",
      body,
    });
    expect(answer.status).toBe(401);
  });
});
