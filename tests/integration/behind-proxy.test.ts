import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { announced, startBackend } from "@/tests/factories/backend";
import { builtActions } from "@/tests/factories/built-actions";
import { rawRequest } from "@/tests/factories/raw-http";
import { startApp } from "@/tests/factories/running-app";
import { tone } from "@/tests/factories/sounds";

const PUBLIC = "https://music.example.org";
const backend = await startBackend({ jobs: false });
const address = await startApp({
  EMBEDDED_S3_DIR: `${process.env.TMPDIR}/s3`,
  NEXTAUTH_URL: PUBLIC,
  GITHUB_CLIENT_ID: "set",
  GITHUB_CLIENT_SECRET: "set",
});

/** What proxies that end TLS send on: everything, the host only, or what nginx sends if it is told nothing. */
const PROXIES: Record<string, Record<string, string>> = {
  "everything that a proxy can say": {
    host: "music.example.org",
    "x-forwarded-host": "music.example.org",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "203.0.113.7",
  },
  "the host alone": { host: "music.example.org" },
  nothing: { host: new URL(address).host, connection: "close" },
};

describe.each(Object.entries(PROXIES))("behind a proxy that passes on %s", (_, forwarded) => {
  const fetchAs = (path: string, headers: Record<string, string> = {}, init: { method?: string; body?: string } = {}) =>
    rawRequest(address, path, { ...init, headers: { ...forwarded, ...headers } });
  const fromPage = { origin: PUBLIC };

  async function register(): Promise<string> {
    const person = { name: "Ada", email: `${randomUUID()}@example.org`, password: `four plain words ${randomUUID()}` };
    const action = builtActions().get("lib/accounts/actions.ts registerAction");
    const sent = { ...fromPage, "next-action": action?.id ?? "", "content-type": "text/plain;charset=UTF-8" };
    const made = await fetchAs(action?.page ?? "", sent, { method: "POST", body: JSON.stringify([person]) });
    expect(made.text).toContain('"next":"sign-in"');
    const csrf = await fetchAs("/api/auth/csrf");
    const cookies = (answer: typeof csrf) => answer.headers["set-cookie"]?.map((set) => set.split(";")[0]) ?? [];
    const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
    const signedIn = await fetchAs(
      "/api/auth/callback/credentials",
      { ...fromPage, cookie: cookies(csrf).join("; "), "content-type": "application/x-www-form-urlencoded" },
      { method: "POST", body: String(new URLSearchParams({ ...person, csrfToken, json: "true" })) },
    );
    expect(signedIn.headers["set-cookie"]?.find((set) => set.includes("session-token"))).toMatch(
      /^__Secure-.*; Secure/,
    );
    return cookies(signedIn).join("; ");
  }

  it("a person registers, uploads and listens", async () => {
    const cookie = await register();
    const bytes = tone(300 + Math.random() * 100);
    const json = { ...fromPage, cookie, "content-type": "application/json" };
    const begun = await fetchAs("/api/v1/uploads", json, { method: "POST", body: JSON.stringify(announced(bytes)) });
    expect(begun.status, begun.text).toBe(201);
    const { data: ticket } = JSON.parse(begun.text) as { data: { uploadId: string; sampleId: string; url: string } };
    const put = new URL(ticket.url);
    expect(put.origin).toBe(PUBLIC);
    const stored = await rawRequest(address, put.pathname + put.search, {
      method: "PUT",
      headers: { ...forwarded, ...fromPage, "content-type": "audio/wav", "content-length": String(bytes.length) },
      body: bytes,
    });
    expect(stored.status, stored.text).toBe(200);
    const done = await fetchAs(`/api/v1/uploads/${ticket.uploadId}/complete`, json, { method: "POST", body: "{}" });
    expect(done.status, done.text).toBe(200);
    const objectKey = `originals/${ticket.sampleId}`;
    const [key = ""] = await backend.objectKeys(objectKey);
    const { presignGet } = await import("@/lib/platform/s3-presign");
    const given = { key, origin: PUBLIC, issuedTo: await ownerOf(ticket.sampleId), contentType: "audio/wav" };
    const listen = new URL(await presignGet(given));
    const heard = await fetchAs(listen.pathname + listen.search, { range: "bytes=0-99" });
    expect(heard.status).toBe(206);
  });

  it("pages may reach storage there, and addresses for other services and redirects are there", async () => {
    const page = await fetchAs("/sign-in");
    expect(page.headers["content-security-policy"]).toMatch(`connect-src 'self' ${PUBLIC};`);
    const providers = JSON.parse((await fetchAs("/api/auth/providers")).text) as { github: { callbackUrl: string } };
    expect(providers.github.callbackUrl).toBe(`${PUBLIC}/api/auth/callback/github`);
    const away = await fetchAs("/library");
    expect(new URL(away.headers.location ?? "", PUBLIC).origin).toBe(PUBLIC);
  });

  it("another site's requests stay another site's", async () => {
    const cookie = await register();
    const headers = { cookie, origin: "https://evil.example", "content-type": "application/json" };
    const begun = await fetchAs("/api/v1/uploads", headers, { method: "POST", body: "{}" });
    expect(begun.status).toBe(403);
  });
});

async function ownerOf(sampleId: string): Promise<string> {
  const { db } = await import("@/db/client");
  const { rows } = await db().execute<{ owner_id: string }>(sql`select owner_id from samples where id = ${sampleId}`);
  return rows[0]?.owner_id ?? "";
}

describe("a proxy that TRUSTED_PROXY_HOPS does not count", () => {
  it("is named on the admin's page", async () => {
    const admin = await backend.person("Root", { role: "admin" });
    const cookie = `__Secure-${admin.cookie}`;
    const forwarded = { ...PROXIES["everything that a proxy can say"], cookie };
    const page = await rawRequest(address, "/admin", { headers: forwarded });
    expect(page.status).toBe(200);
    const { text } = await rawRequest(address, "/admin", { headers: forwarded });
    expect(text).toContain("TRUSTED_PROXY_HOPS");
    expect(text).toContain("127.0.0.1");
  });
});
