import { describe, expect, it } from "vitest";
import { DEMO_QUOTA } from "@/lib/quotas/constants";
import { announced, type Person, startBackend } from "@/tests/factories/backend";

const backend = await startBackend({ jobs: false });
const { readUsage } = await import("@/lib/quotas/data");
const { listPeople } = await import("@/lib/admin/people/data");
const { peopleQuerySchema } = await import("@/lib/admin/people/schema");
const { setQuota } = await import("@/lib/admin/people/mutations");

const admin = await backend.person("the admin");
const second = await backend.person("the second person");

let sounds = 0;
function begin(person: Person, sizeBytes: number): Promise<Response> {
  sounds += 1;
  const json = { ...announced(new Uint8Array(1)), sizeBytes, sha256: sounds.toString(16).padStart(64, "0") };
  return backend.call(person, "/api/v1/uploads", { method: "POST", json });
}

describe("on a default installation", () => {
  it("the second person begins a hundred and twenty uploads in one go, more than the plans free and pro allow", async () => {
    const statuses: number[] = [];
    for (let batch = 0; batch < 12; batch++) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => begin(second, 1024 * 1024)));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(120);
    const usage = await readUsage(second.ctx.actor);
    expect(usage).toMatchObject({ role: null, uploadsToday: { used: 120, allowed: null } });
  });

  it("everybody can use the API, but nobody else can administer", async () => {
    const { secret } = await backend.apiKey(second, { scopes: ["samples:read"] });
    expect((await backend.callWithKey(secret, "/api/v1/samples")).status).toBe(200);
    expect([...admin.ctx.actor.permissions].filter((one) => !second.ctx.actor.permissions.has(one))).toEqual([
      "users:manage",
      "flags:manage",
      "gallery:moderate",
      "system:observe",
      "site:manage",
    ]);
    await expect(listPeople(second.ctx.actor, peopleQuerySchema.parse({}))).rejects.toThrow("forbidden");
  });

  it("pages know two roles, whatever plan an account had", async () => {
    await backend.person("Formerly pro", { role: "pro" });
    const { rows } = await listPeople(admin.ctx.actor, peopleQuerySchema.parse({ role: "free", sort: "name" }));
    expect(rows.map(({ name, roleName }) => [name, roleName])).toEqual([
      ["Formerly pro", "member"],
      ["the second person", "member"],
    ]);
  });

  it("an admin can still limit one person, who is told to ask for more and of no plan", async () => {
    const person = await backend.person("Limited");
    await setQuota(admin.ctx, { id: person.userId, uploadsPerDay: 0, storageBytes: null });
    const answer = await begin(person, 1000);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      code: "quota_exceeded",
      role: null,
      allowed: 0,
      nextStep: "Upload the rest tomorrow, or ask an admin for more.",
    });
  });

  it("the demo account keeps its quota", async () => {
    const demo = await backend.person("Demo");
    await backend.sql`update users set is_demo = true where id = ${demo.userId}`;
    const usage = await readUsage(demo.ctx.actor);
    expect(usage.uploadsToday.allowed).toBe(DEMO_QUOTA.uploadsPerDay);
    expect(usage.storageBytes.allowed).toBe(DEMO_QUOTA.storageBytes);
  });
});
