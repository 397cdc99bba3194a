import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ROLE_PERMISSIONS } from "@/lib/identity/permissions";
import { type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const backend = await startBackend({ jobs: false, plans: true });
const { createApiKey, revokeApiKey, rotateApiKey } = await import("@/lib/api-keys/mutations");
const { listApiKeys } = await import("@/lib/api-keys/data");
const { KEY_SCOPES, API_KEYS_MAX } = await import("@/lib/api-keys/constants");
const { actorOfApiKey } = await import("@/lib/identity/actor");
const { app } = await import("@/lib/api/app");
const { OPERATIONS } = await import("@/lib/api/operation-table");

await backend.person("the admin");
const enterprise = () => backend.person("Ada", { role: "enterprise" });
const samples = (secret: string, headers: HeadersInit = {}) =>
  backend.callWithKey(secret, "/api/v1/samples", { headers });
const wanted = { name: "a program", scopes: ["samples:read" as const], expiresInDays: null };
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const setRole = (person: Person, role: string) =>
  backend.sql`update users set role = ${role} where id = ${person.userId}`;

describe("a key", () => {
  it("is stored as a hash and recognised by its prefix", async () => {
    const person = await enterprise();
    const { id, secret } = await backend.apiKey(person);
    expect(secret).toMatch(/^smk_[A-Za-z0-9_-]{43}$/);
    const [row] = await backend.sql`select to_jsonb(api_keys) as stored from api_keys where id = ${id}`;
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row?.stored.key_hash).toBe(createHash("sha256").update(secret).digest("hex"));
    const [listed] = await listApiKeys(person.ctx.actor);
    expect(listed).toMatchObject({ id, prefix: secret.slice(0, 12), scopes: ["samples:read"], lastUsedAt: null });
    expect(JSON.stringify(listed)).not.toContain(row?.stored.key_hash);
  });

  it("opens its owner's library and nobody else's", async () => {
    const [ada, eve] = [await enterprise(), await enterprise()];
    const sampleId = await backend.upload(ada, tone(700));
    const [own, others] = [await backend.apiKey(ada), await backend.apiKey(eve)];
    const listed = await backend.data<{ id: string }[]>(samples(own.secret));
    expect(listed.map(({ id }) => id)).toEqual([sampleId]);
    expect((await backend.callWithKey(others.secret, `/api/v1/samples/${sampleId}`)).status).toBe(404);
  });

  it("uploads without the browser", async () => {
    const person = await enterprise();
    const { secret } = await backend.apiKey(person, { scopes: ["samples:upload"] });
    const bytes = tone(710);
    const json = {
      fileName: "by program.wav",
      sizeBytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
    const begun = await backend.callWithKey(secret, "/api/v1/uploads", {
      method: "POST",
      json,
      headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
    });
    expect(begun.status).toBe(201);
  });

  it("records when and from where it was used, at most once a minute", async () => {
    const person = await enterprise();
    const { secret } = await backend.apiKey(person);
    const used = async () => (await listApiKeys(person.ctx.actor))[0];
    await samples(secret, { "x-forwarded-for": "203.0.113.5" });
    const first = await used();
    expect(first).toMatchObject({ lastUsedAddress: "203.0.113.5" });
    await samples(secret, { "x-forwarded-for": "203.0.113.6" });
    expect(await used()).toEqual(first);
    await backend.sql`update api_keys set last_used_at = now() - interval '61 seconds'`;
    await samples(secret, { "x-forwarded-for": "203.0.113.6" });
    expect(await used()).toMatchObject({ lastUsedAddress: "203.0.113.6" });
  });

  it("has its own request counter and limit", async () => {
    const person = await enterprise();
    const [slow, other] = [await backend.apiKey(person, { requestsPerMinute: 3 }), await backend.apiKey(person)];
    const answers = await Promise.all(Array.from({ length: 20 }, () => samples(slow.secret)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers[0]?.headers.get("ratelimit-policy")).toContain('"default";q=3;w=60');
    expect((await samples(other.secret)).status).toBe(200);
    expect((await backend.call(person, "/api/v1/samples")).status).toBe(200);
  });
});

describe("a key without the scope", () => {
  it("is refused by every operation, and every operation declares a scope", async () => {
    const person = await enterprise();
    // The test calls many operations; it is not about the rate limit.
    const { id, secret } = await backend.apiKey(person, { requestsPerMinute: 600 });
    // A permission that keys could have when this one was made. It stays, and still opens nothing.
    await backend.sql`update api_keys set scopes = '{webhooks:manage}' where id = ${id}`;
    expect((await listApiKeys(person.ctx.actor))[0]?.scopes).toEqual(["webhooks:manage"]);
    const handlers = app.routes.filter(({ method }) => method !== "ALL");
    expect(new Set(handlers.map(({ method, path }) => `${method} ${path}`))).toEqual(
      new Set(OPERATIONS.map(({ method, path }) => `${method} /api/v1${path}`)),
    );
    for (const { method, path, scope } of OPERATIONS) {
      expect(ROLE_PERMISSIONS.admin).toContain(scope);
      const answer = await backend.callWithKey(secret, `/api/v1${path.replace(":id", person.userId)}`, { method });
      expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 403`);
      expect(answer.headers.get("www-authenticate")).toBe(`Bearer error="insufficient_scope", scope="${scope}"`);
      expect(await answer.json()).toMatchObject({ code: "forbidden", requiredScope: scope });
    }
  });

  it("cannot get more permissions than its owner has", async () => {
    const person = await enterprise();
    const actor = { ...person.ctx.actor, permissions: new Set(["api:access", "samples:read"] as const) };
    const made = await createApiKey({ ...person.ctx, actor }, { ...wanted, scopes: ["samples:upload"] });
    expect(made).toEqual({ ok: false, reason: "scope_not_held" });
    for (const scope of ["users:manage", "webhooks:manage"] as never[]) {
      await expect(createApiKey(person.ctx, { ...wanted, scopes: [scope] })).rejects.toThrow();
    }
  });

  it("loses at once what its owner loses, including the API itself", async () => {
    const person = await enterprise();
    const { secret } = await backend.apiKey(person);
    expect((await samples(secret)).status).toBe(200);
    await setRole(person, "studio");
    expect((await samples(secret)).status).toBe(403);
    await setRole(person, "enterprise");
    expect((await samples(secret)).status).toBe(200);
    await backend.sql`update users set suspended_at = now() where id = ${person.userId}`;
    expect((await samples(secret)).status).toBe(401);
  });
});

describe("a key that has ended", () => {
  it("stops at once when it is revoked, including its open event stream", async () => {
    const person = await enterprise();
    const { id, secret } = await backend.apiKey(person);
    const stream = await backend.callWithKey(secret, "/api/v1/events");
    const reader = stream.body?.getReader();
    await reader?.read();
    let isOver = false;
    const reading = (async () => {
      while (!(await reader?.read())?.done);
      isOver = true;
    })();
    expect(await revokeApiKey(person.ctx, { id })).toEqual({ ok: true, value: null });
    const answer = await samples(secret);
    expect([answer.status, await codeOf(answer)]).toEqual([401, "unauthenticated"]);
    await until(() => isOver, "the end of the stream");
    await reading;
    expect(await revokeApiKey(person.ctx, { id })).toEqual({ ok: false, reason: "not_found" });
    expect(await listApiKeys(person.ctx.actor)).toEqual([]);
  });

  it("has a new secret after it is rotated", async () => {
    const person = await enterprise();
    const before = await backend.apiKey(person);
    const rotated = await rotateApiKey(person.ctx, { id: before.id });
    if (!rotated.ok) throw new Error(rotated.reason);
    expect((await samples(before.secret)).status).toBe(401);
    expect((await samples(rotated.value.secret)).status).toBe(200);
    const [listed] = await listApiKeys(person.ctx.actor);
    expect(listed?.prefix).toBe(rotated.value.secret.slice(0, 12));
  });

  it("opens nothing after its expiry date", async () => {
    const person = await enterprise();
    const { id, secret } = await backend.apiKey(person, { expiresInDays: 30 });
    expect((await samples(secret)).status).toBe(200);
    await backend.sql`update api_keys set expires_at = now() where id = ${id}`;
    expect((await samples(secret)).status).toBe(401);
    expect((await listApiKeys(person.ctx.actor))[0]).toMatchObject({ isExpired: true });
  });

  it.each(["", "smk_", `smk_${"a".repeat(43)}`, "something else", "' or 1=1 --"])(
    "cannot be replaced by %j, even with a session cookie",
    async (secret) => {
      const person = await enterprise();
      const answer = await backend.callWithKey(secret, "/api/v1/samples", {
        headers: { cookie: person.cookie },
      });
      expect(answer.status).toBe(401);
    },
  );
});

describe("a key with a list of addresses", () => {
  it("works only from those, for IPv4 and IPv6", async () => {
    const person = await enterprise();
    const { secret } = await backend.apiKey(person, { allowedCidrs: ["203.0.113.77/24", "2001:db8::/32"] });
    const from = async (address: string) => (await samples(secret, { "x-forwarded-for": address })).status;
    expect(await from("203.0.113.200")).toBe(200);
    expect(await from("::ffff:203.0.113.200")).toBe(200);
    expect(await from("2001:db8:1::9")).toBe(200);
    expect(await from("203.0.114.1")).toBe(403);
    expect(await from("2001:db9::1")).toBe(403);
    // Written by the client, before what the server appended.
    expect(await from("203.0.113.200, 198.51.100.1")).toBe(403);
    expect((await samples(secret)).status).toBe(403);
  });

  it("stores blocks in normal form", async () => {
    const person = await enterprise();
    await backend.apiKey(person, { allowedCidrs: [" 203.0.113.77/24 ", "203.0.113.0/24", "2001:DB8::1"] });
    expect((await listApiKeys(person.ctx.actor))[0]?.allowedCidrs).toEqual(["203.0.113.0/24", "2001:db8::1/128"]);
    await expect(backend.apiKey(person, { allowedCidrs: ["10.0.0.0/99"] })).rejects.toThrow(
      "not an IP address or range",
    );
  });
});

describe("keys", () => {
  it("are for roles that may use the API, and not for the demo account", async () => {
    for (const role of ["free", "pro", "studio"] as const) {
      const person = await backend.person("Ada", { role });
      await expect(createApiKey(person.ctx, wanted)).rejects.toThrow("forbidden");
    }
    const person = await enterprise();
    const demo = { ...person.ctx, actor: { ...person.ctx.actor, isDemo: true } };
    expect(await createApiKey(demo, wanted)).toEqual({ ok: false, reason: "demo_account" });
  });

  it("cannot make, rotate, list or revoke keys", async () => {
    const person = await enterprise();
    const { id } = await backend.apiKey(person, { scopes: [...KEY_SCOPES] });
    const owner = { id: person.userId, role: "admin" as const, isDemo: false };
    const actor = actorOfApiKey({ id, scopes: ROLE_PERMISSIONS.admin, owner });
    const ctx = { ...person.ctx, actor };
    await expect(createApiKey(ctx, wanted)).rejects.toThrow("forbidden");
    await expect(rotateApiKey(ctx, { id })).rejects.toThrow("forbidden");
    await expect(revokeApiKey(ctx, { id })).rejects.toThrow("forbidden");
    await expect(listApiKeys(actor)).rejects.toThrow("forbidden");
  });

  it("of another person cannot be seen or changed", async () => {
    const [ada, eve] = [await enterprise(), await enterprise()];
    const { id, secret } = await backend.apiKey(ada);
    expect(await revokeApiKey(eve.ctx, { id })).toEqual({ ok: false, reason: "not_found" });
    expect(await rotateApiKey(eve.ctx, { id })).toEqual({ ok: false, reason: "not_found" });
    expect(await listApiKeys(eve.ctx.actor)).toEqual([]);
    expect((await samples(secret)).status).toBe(200);
  });

  it("are limited in number, even if twenty are requested at once", async () => {
    const person = await enterprise();
    for (let made = 0; made < API_KEYS_MAX - 1; made++) await backend.apiKey(person);
    const results = await Promise.all(Array.from({ length: 20 }, () => createApiKey(person.ctx, wanted)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.reason === "too_many_keys")).toHaveLength(19);
  });

  it("are audited when they are made, rotated and revoked, without the secret", async () => {
    const person = await enterprise();
    const { id, secret } = await backend.apiKey(person, { allowedCidrs: ["203.0.113.0/24"] });
    await rotateApiKey(person.ctx, { id });
    await revokeApiKey(person.ctx, { id });
    const entries = await backend.sql`
      select action, actor_id, after, to_jsonb(audit_entries)::text as whole from audit_entries
      where target_id = ${id} order by seq`;
    expect(entries.map(({ action }) => action)).toEqual(["api_key.created", "api_key.rotated", "api_key.revoked"]);
    expect(entries[0]).toMatchObject({ actor_id: person.userId, after: { allowedCidrs: ["203.0.113.0/24"] } });
    expect(entries.some(({ whole }) => whole.includes(secret))).toBe(false);
  });

  it("are named in the audit entries of what they do", async () => {
    const person = await enterprise();
    const { id, secret } = await backend.apiKey(person, { scopes: ["samples:upload"] });
    const json = { fileName: "x.wav", sizeBytes: 10, sha256: "b".repeat(64) };
    const begun = await backend.callWithKey(secret, "/api/v1/uploads", { method: "POST", json });
    const { uploadId } = ((await begun.json()) as { data: { uploadId: string } }).data;
    await backend.callWithKey(secret, `/api/v1/uploads/${uploadId}`, { method: "DELETE" });
    const [entry] = await backend.sql`
      select actor_kind, actor_id, api_key_id from audit_entries where target_id = ${uploadId}`;
    expect(entry).toEqual({ actor_kind: "api-key", actor_id: person.userId, api_key_id: id });
  });
});
