import { describe, expect, it } from "vitest";
import { DEMO_QUOTA, ROLE_QUOTAS } from "@/lib/quotas/constants";
import type { UploadTicket } from "@/lib/uploads/schema";
import { announced, type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";

const backend = await startBackend({ jobs: false, plans: true });
const { readUsage } = await import("@/lib/quotas/data");
const { expireUploads } = await import("@/lib/uploads/jobs");
const { deleteSamples } = await import("@/lib/samples/mutations");
const { purgeSample } = await import("@/lib/samples/jobs");

const admin = await backend.person("the admin");
const perDay = ROLE_QUOTAS.free.uploadsPerDay ?? 0;
const room = ROLE_QUOTAS.free.storageBytes ?? 0;
let sounds = 0;

/** Announces a new file of any size. */
async function begin(person: Person, sizeBytes = 1000): Promise<Response> {
  sounds += 1;
  const sha256 = sounds.toString(16).padStart(64, "0");
  const json = { ...announced(new Uint8Array(1)), sizeBytes, sha256 };
  return backend.call(person, "/api/v1/uploads", { method: "POST", json });
}
const ticketOf = async (answer: Response) => ((await answer.json()) as { data: UploadTicket }).data;
const usage = (person: Person) => readUsage(person.ctx.actor);
const useUp = (person: Person, uploads: number) => backend.sql`
  insert into upload_counts (user_id, day, uploads)
  values (${person.userId}, (now() at time zone 'utc')::date, ${uploads})`;

describe("the day's uploads", () => {
  it("are refused past the limit, with the numbers, the reset time and a next step", async () => {
    const person = await backend.person();
    await useUp(person, perDay - 1);
    expect((await begin(person)).status).toBe(201);
    const refused = await begin(person);
    expect(refused.status).toBe(403);
    const problem = (await refused.json()) as { renewsAt: string; detail: string };
    expect(problem).toMatchObject({
      code: "quota_exceeded",
      quota: "uploads_per_day",
      role: "free",
      allowed: perDay,
      used: perDay,
      left: 0,
    });
    expect(problem.detail).toContain("You have used all 10 uploads for today");
    expect(problem.detail).toContain("ask an admin for the pro role: 100 uploads per day, 5.0 GB");
    const untilRenewal = Date.parse(problem.renewsAt) - Date.now();
    expect(untilRenewal).toBeGreaterThan(0);
    expect(untilRenewal).toBeLessThanOrEqual(24 * 60 * 60 * 1000);
    expect(problem.renewsAt).toMatch(/T00:00:00\.000Z$/);
  });

  it("leave nothing behind if they are refused, including parts of a large file", async () => {
    const person = await backend.person();
    await useUp(person, perDay);
    expect((await begin(person, 50 * 1024 * 1024)).status).toBe(403);
    const [rows] = await backend.sql`select count(*)::int as rows from samples where owner_id = ${person.userId}`;
    expect(rows).toEqual({ rows: 0 });
    expect((await usage(person)).uploadsToday).toEqual({ used: perDay, allowed: perDay, left: 0 });
  });

  it("have one last place, which twenty simultaneous requests cannot share", async () => {
    const person = await backend.person();
    await useUp(person, perDay - 1);
    const answers = await Promise.all(Array.from({ length: 20 }, () => begin(person)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(19);
    expect((await usage(person)).uploadsToday).toEqual({ used: perDay, allowed: perDay, left: 0 });
  });

  it("start at zero with twenty simultaneous requests, of which exactly the limit is admitted", async () => {
    const person = await backend.person();
    const answers = await Promise.all(Array.from({ length: 20 }, () => begin(person)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(perDay);
  });

  it("are reset the next day", async () => {
    const person = await backend.person();
    await useUp(person, perDay);
    await backend.sql`update upload_counts set day = day - 1 where user_id = ${person.userId}`;
    expect((await usage(person)).uploadsToday).toEqual({ used: 0, allowed: perDay, left: perDay });
    expect((await begin(person)).status).toBe(201);
  });

  it("are given back, once, when an upload is cancelled or never finished", async () => {
    const person = await backend.person();
    const [cancelled, expired] = [await ticketOf(await begin(person)), await ticketOf(await begin(person))];
    expect((await usage(person)).uploadsToday.used).toBe(2);
    const cancel = () => backend.call(person, `/api/v1/uploads/${cancelled.uploadId}`, { method: "DELETE" });
    const answers = await Promise.all(Array.from({ length: 5 }, cancel));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await usage(person)).uploadsToday.used).toBe(1);
    await backend.sql`update uploads set expires_at = now() where id = ${expired.uploadId}`;
    await expireUploads();
    expect(await usage(person)).toMatchObject({ uploadsToday: { used: 0 }, storageBytes: { used: 0 } });
  });

  it("are not given back when a sample is deleted", async () => {
    const person = await backend.person();
    const sampleId = await backend.upload(person, tone(610));
    await deleteSamples(person.ctx, { ids: [sampleId] });
    await backend.sql`update samples set deleted_at = now() - interval '1 hour' where id = ${sampleId}`;
    expect(await purgeSample(sampleId)).toEqual({ purged: true });
    expect(await usage(person)).toMatchObject({ uploadsToday: { used: 1 }, storageBytes: { used: 0 } });
  });
});

describe("storage", () => {
  it("takes a file that just fits and refuses one more byte, counting running uploads", async () => {
    const person = await backend.person();
    expect((await begin(person, room - 1)).status).toBe(201);
    expect((await begin(person, 1)).status).toBe(201);
    const refused = await begin(person, 1);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      code: "quota_exceeded",
      quota: "storage_bytes",
      allowed: room,
      used: room,
      left: 0,
      renewsAt: null,
    });
  });

  it("cannot be overfilled by twenty simultaneous requests", async () => {
    const person = await backend.person("Ada", { role: "pro" });
    const third = Math.floor((ROLE_QUOTAS.pro.storageBytes ?? 0) / 3);
    await backend.sql`
      insert into samples (id, owner_id, file_name, size_bytes, sha256, declared_type)
      select gen_random_uuid(), ${person.userId}, 'x.wav', ${third}, repeat('a', 64), '' from generate_series(1, 2)`;
    await backend.sql`
      update users set storage_bytes_override = ${2 * third + 100_000_000} where id = ${person.userId}`;
    const answers = await Promise.all(Array.from({ length: 20 }, () => begin(person, 60_000_000)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it("counts a deleted sample until it is purged", async () => {
    const person = await backend.person();
    const bytes = tone(620);
    const sampleId = await backend.upload(person, bytes);
    await deleteSamples(person.ctx, { ids: [sampleId] });
    expect((await usage(person)).storageBytes.used).toBe(bytes.length);
    await backend.sql`update samples set deleted_at = now() - interval '1 hour' where id = ${sampleId}`;
    await purgeSample(sampleId);
    expect((await usage(person)).storageBytes.used).toBe(0);
  });

  it("does not count a refused file whose bytes are deleted", async () => {
    const person = await backend.person();
    const sampleId = await backend.upload(person, tone(630));
    await backend.sql`
      update samples set status = 'failed', failure_code = 'not_audio', object_key = null where id = ${sampleId}`;
    expect((await usage(person)).storageBytes.used).toBe(0);
  });
});

describe("a person's quota", () => {
  it("follows the current role, not the one at sign-in", async () => {
    const person = await backend.person("Ada", { role: "pro" });
    await useUp(person, 50);
    expect((await begin(person)).status).toBe(201);
    await backend.sql`update users set role = 'free' where id = ${person.userId}`;
    expect((await begin(person)).status).toBe(403);
  });

  it("can be set by an admin, even to zero", async () => {
    const person = await backend.person();
    await backend.sql`update users set uploads_per_day_override = 12 where id = ${person.userId}`;
    await useUp(person, 11);
    expect([(await begin(person)).status, (await begin(person)).status]).toEqual([201, 403]);
    await backend.sql`update users set uploads_per_day_override = 0 where id = ${person.userId}`;
    await backend.sql`delete from upload_counts where user_id = ${person.userId}`;
    expect((await begin(person)).status).toBe(403);
  });

  it("is unlimited for an admin", async () => {
    await useUp(admin, 1_000_000);
    expect((await begin(admin)).status).toBe(201);
    expect((await usage(admin)).uploadsToday).toEqual({ used: 1_000_001, allowed: null, left: null });
  });

  it("is special for the demo account", async () => {
    const demo = await backend.person();
    await backend.sql`update users set is_demo = true where id = ${demo.userId}`;
    expect((await usage(demo)).uploadsToday.allowed).toBe(DEMO_QUOTA.uploadsPerDay);
  });
});

describe("the audit", () => {
  it("records a sample's upload, deletion and restoring, and the cancelling of an upload", async () => {
    const { restoreSamples } = await import("@/lib/samples/mutations");
    const person = await backend.person();
    const sampleId = await backend.upload(person, tone(640));
    await deleteSamples(person.ctx, { ids: [sampleId] });
    await restoreSamples(person.ctx, { ids: [sampleId] });
    const { uploadId } = await ticketOf(await begin(person));
    await backend.call(person, `/api/v1/uploads/${uploadId}`, { method: "DELETE" });
    const entries = await backend.sql`
      select action, target_id from audit_entries where actor_id = ${person.userId}
      and (action like 'sample.%' or action like 'upload.%') order by seq`;
    expect(entries.map(({ action, target_id }) => [action, target_id])).toEqual([
      ["sample.uploaded", sampleId],
      ["sample.deleted", sampleId],
      ["sample.restored", sampleId],
      ["upload.cancelled", uploadId],
    ]);
  });
});
