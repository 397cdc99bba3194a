import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";
import { ZipContents } from "@/tests/fixtures/zip-file";

const backend = await startBackend();
const { sql, origin } = backend;
const { requestExport, openExport, openExportAsAdmin } = await import("@/lib/privacy/exports/mutations");
const { buildExport, sweepExports } = await import("@/lib/privacy/exports/jobs");
const { findLatestExport } = await import("@/lib/privacy/exports/data");
const deletion = {
  ...(await import("@/lib/privacy/deletion/mutations")),
  ...(await import("@/lib/privacy/deletion/jobs")),
};
const { asSystem } = await import("@/lib/audit/sources");
const { inTransaction } = await import("@/lib/work/unit-of-work");

let admin: Person;
beforeAll(async () => {
  admin = await backend.person("Admin");
});

const sound = tone(330);

/** An uploaded and analysed sample in a folder whose name tries to escape the archive. */
async function withSample(person: Person, { folderPath = "", fileName = "a.wav", bytes = sound } = {}) {
  const id = await backend.upload(person, bytes, fileName);
  await backend.settled(person, id);
  await sql`update samples set folder_path = ${folderPath}, file_name = ${fileName} where id = ${id}`;
  return id;
}

const latest = (person: Person) => findLatestExport(person.ctx.actor.id);
const ready = (person: Person) =>
  until(async () => ((await latest(person))?.status === "ready" ? latest(person) : null), "an export");

async function fetchExport(person: Person): Promise<ZipContents> {
  const opened = await openExport(person.ctx, person, origin);
  if (!opened.ok) throw new Error(opened.reason);
  const answer = await fetch(opened.value.url);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="samplemind-\d{4}-\d\d-\d\d\.zip"/);
  return new ZipContents(new Uint8Array(await answer.arrayBuffer()));
}

const makeDue = (person: Person) =>
  sql`update users set deletion_requested_at = now() - interval '8 days' where id = ${person.userId}`;

async function deleteDue(): Promise<string[]> {
  const due = await deletion.claimDueAccounts();
  for (const id of due) {
    await deletion.emptyAccount(id);
    await deletion.removeAccount(id);
  }
  return due;
}

const count = async (table: string, column: string, value: string) =>
  Number((await sql`select count(*) as n from ${sql(table)} where ${sql(column)} = ${value}`)[0]?.n);

describe("an export of all my data", () => {
  it("contains files, records, keys and audit, and stays inside its folder", async () => {
    const ada = await backend.person("Ada", { role: "enterprise" });
    await backend.apiKey(ada);
    const id = await withSample(ada, { folderPath: "../../etc", fileName: "=evil\u0007.wav" });
    const twin = tone(440);
    await withSample(ada, { folderPath: "etc", fileName: "=EVIL_.wav", bytes: twin });
    const asked = await requestExport(ada.ctx, ada);
    expect(asked.ok).toBe(true);
    await ready(ada);
    const zip = await fetchExport(ada);
    expect(zip.paths).toEqual([
      "api-keys.json",
      "audit.json",
      "batches.json",
      "bulk-edits.json",
      "collections.json",
      "duplicates.json",
      "import-files.json",
      "import-folders.json",
      "originals/etc/=EVIL_ (2).wav",
      "originals/etc/=evil_.wav",
      "plays.json",
      "profile.json",
      "public.json",
      "query-sounds.json",
      "reactions.json",
      "samples.csv",
      "samples.json",
      "saved-views.json",
      "sessions.json",
      "settings.json",
      "slices.json",
    ]);
    expect(Buffer.from(zip.bytes("originals/etc/=evil_.wav")).equals(Buffer.from(sound))).toBe(true);
    expect(Buffer.from(zip.bytes("originals/etc/=EVIL_ (2).wav")).equals(Buffer.from(twin))).toBe(true);
    expect(zip.json("profile.json")).toMatchObject({ id: ada.userId, email: ada.email, name: "Ada" });
    expect(zip.json<{ id: string; record: object }[]>("samples.json")[0]).toMatchObject({
      id,
      path: "originals/etc/=evil_.wav",
      record: { durationSeconds: 0.5 },
    });
    const table = zip.text("samples.csv").split("\r\n");
    expect(table).toHaveLength(4);
    expect(table[0]).toMatch(/,integrated_lufs,ungated_lufs,corrected,tags,licence,ai_training,file_title,/);
    const actions = zip.json<{ action: string }[]>("audit.json").map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["account.registered", "sample.uploaded", "api_key.created"]));
    const everything = zip.paths.filter((path) => path.endsWith(".json")).map((path) => zip.text(path));
    const [{ hash } = {}] = await sql`select password_hash as hash from users where id = ${ada.userId}`;
    const [{ key } = {}] = await sql`select key_hash as key from api_keys where user_id = ${ada.userId}`;
    for (const secret of [hash, key]) expect(everything.join()).not.toContain(secret);
  });

  it("of more than one part arrives byte for byte", async () => {
    const ada = await backend.person("Ada");
    const id = await withSample(ada, { fileName: "long.wav", bytes: tone(345) });
    const { putObject } = await import("@/lib/platform/s3");
    const long = randomBytes(40 * 1024 * 1024 + 1);
    await putObject(`originals/${id}`, long, { contentType: "audio/wav" });
    await requestExport(ada.ctx, ada);
    const { sizeBytes } = await ready(ada);
    expect(sizeBytes).toBeGreaterThan(long.length);
    expect(long.equals((await fetchExport(ada)).bytes("originals/long.wav"))).toBe(true);
  });

  it("contains only one person's data", async () => {
    const [ada, bob] = [await backend.person("Ada"), await backend.person("Bob")];
    await withSample(bob, { fileName: "bobs.wav", bytes: tone(550) });
    await requestExport(ada.ctx, ada);
    await ready(ada);
    const zip = await fetchExport(ada);
    expect(zip.json("samples.json")).toEqual([]);
    for (const path of zip.paths) expect(zip.text(path)).not.toContain(bob.userId);
    expect(await openExportAsAdmin(admin.ctx, { id: ada.userId }, origin)).toEqual({ ok: false, reason: "not_found" });
  });

  it("needs the password and a session: a key, a wrong password and the demo account are refused", async () => {
    const ada = await backend.person("Ada");
    const wrong = await requestExport(ada.ctx, { password: "not the password" });
    expect(wrong).toEqual({ ok: false, reason: "wrong_password" });
    const byKey = { ...ada.ctx, actor: { ...ada.ctx.actor, sessionId: null, apiKeyId: ada.sessionId } };
    await expect(requestExport(byKey, ada)).rejects.toMatchObject({ code: "forbidden" });
    const demo = { ...ada.ctx, actor: { ...ada.ctx.actor, isDemo: true } };
    expect(await requestExport(demo, ada)).toEqual({ ok: false, reason: "demo_account" });
    expect(await latest(ada)).toBeNull();
    expect(await openExport(ada.ctx, ada, origin)).toEqual({ ok: false, reason: "not_found" });
  });

  it("is made once, even if it is requested several times at once or its step runs again", async () => {
    const ada = await backend.person("Ada");
    const asked = await Promise.all([1, 2, 3].map(() => requestExport(ada.ctx, ada)));
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    const { id } = await ready(ada);
    expect(await buildExport(id)).toEqual({ outcome: "superseded" });
    expect(await backend.objectKeys(`exports/${id}/`)).toHaveLength(1);
  });

  it("leaves nothing in storage after an attempt that was killed", async () => {
    const ada = await backend.person("Ada");
    const { createMultipart } = await import("@/lib/platform/s3");
    const { reserveObject } = await import("@/lib/objects/writes");
    const { deleteDueObjects } = await import("@/lib/objects/jobs");
    const key = "exports/killed/attempt";
    const { uploadId } = await createMultipart({ key });
    await inTransaction(asSystem(), (work) => reserveObject(work, { objectKey: key, multipartUploadId: uploadId }, 60));
    await sql`update object_deletions set not_before = now() where object_key = ${key}`;
    await deleteDueObjects(100);
    const { listParts } = await import("@/lib/platform/s3");
    expect(await listParts({ key, uploadId })).toBeNull();
    await requestExport(ada.ctx, ada);
    await ready(ada);
  });

  it("fails visibly for its owner if storage stays away, and can be requested again", async () => {
    const ada = await backend.person("Ada");
    await withSample(ada, { bytes: tone(660) });
    backend.setStorageAway(true);
    await requestExport(ada.ctx, ada);
    const failed = await until(async () => (await latest(ada))?.status === "failed", "the end of an export");
    backend.setStorageAway(false);
    expect(failed).toBe(true);
    await requestExport(ada.ctx, ada);
    await ready(ada);
  });

  it("is deleted after a week, with its link and its object", async () => {
    const ada = await backend.person("Ada");
    await requestExport(ada.ctx, ada);
    const { id } = await ready(ada);
    await sql`update data_exports set expires_at = now() - interval '1 second' where id = ${id}`;
    expect(await openExport(ada.ctx, ada, origin)).toEqual({ ok: false, reason: "not_found" });
    await sweepExports();
    expect(await latest(ada)).toMatchObject({ status: "expired" });
    const { deleteDueObjects } = await import("@/lib/objects/jobs");
    await sql`update object_deletions set not_before = now()`;
    await deleteDueObjects(100);
    expect(await backend.objectKeys(`exports/${id}/`)).toEqual([]);
  });
});

describe("deleting my account", () => {
  it("signs out everywhere at once; signing in again within the week can cancel it", async () => {
    const ada = await backend.person("Ada", { role: "enterprise" });
    const key = await backend.apiKey(ada);
    expect(await deletion.requestDeletion(ada.ctx, { password: "wrong one here" })).toMatchObject({ ok: false });
    expect(await deletion.requestDeletion(ada.ctx, ada)).toEqual({ ok: true, value: null });
    expect((await backend.call(ada, "/api/v1/samples?ids=")).status).toBe(401);
    expect((await backend.callWithKey(key.secret, "/api/v1/samples")).status).toBe(401);
    const [mail] = await sql`select subject from mails where recipient = ${ada.email} order by created_at desc limit 1`;
    expect(mail?.subject).toBe("Your SampleMind account will be deleted");
    const { signInWithPassword } = await import("@/lib/accounts/sign-in/mutations");
    const by = { requestId: "r", address: null, userAgent: null, previousSessionId: null };
    expect(await signInWithPassword(by, ada)).toMatchObject({ outcome: "signed-in" });
    const again = await backend.signedIn(ada.userId, ada.email, ada.password);
    expect(await deletion.keepAccount(again.ctx)).toEqual({ ok: true, value: null });
    expect((await backend.callWithKey(key.secret, "/api/v1/samples")).status).toBe(200);
    expect(await deletion.keepAccount(again.ctx)).toEqual({ ok: false, reason: "not_found" });
  });

  it("removes every row and object when the week is over, and leaves other people's", async () => {
    const [ada, bob] = [await backend.person("Ada"), await backend.person("Bob")];
    const bytes = tone(770);
    const [mine, shared] = [await withSample(ada, { bytes: tone(880) }), await withSample(ada, { bytes })];
    const bobs = await withSample(bob, { bytes });
    const unfinished = await backend.begin(ada, tone(990), "unfinished.wav");
    if (unfinished.kind === "single") await backend.put(unfinished, tone(990));
    await requestExport(ada.ctx, ada);
    const { id: exportId } = await ready(ada);
    const [{ sha = "" } = {}] = await sql`select sha256 as sha from samples where id = ${mine}`;
    await deletion.requestDeletion(ada.ctx, ada);
    expect(await deleteDue()).toEqual([]);
    await makeDue(ada);
    expect(await deletion.keepAccount(ada.ctx)).toEqual({ ok: false, reason: "not_found" });
    expect(await deleteDue()).toEqual([ada.userId]);

    const tables = await sql<{ table: string; column: string }[]>`
      select conrelid::regclass::text as table, attname as column from pg_constraint
      join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and confrelid = 'users'::regclass`;
    expect(tables.length).toBeGreaterThan(8);
    for (const { table, column } of tables) expect([table, await count(table, column, ada.userId)]).toEqual([table, 0]);
    expect(await count("users", "id", ada.userId)).toBe(0);
    expect(await count("mails", "recipient", ada.email)).toBe(0);
    for (const id of [mine, shared, unfinished.sampleId])
      expect(await backend.objectKeys(`originals/${id}`)).toEqual([]);
    expect(await backend.objectKeys(`exports/${exportId}/`)).toEqual([]);
    expect(await backend.objectKeys(`artefacts/${sha}`)).toEqual([]);
    expect(await backend.row(bob, bobs)).toMatchObject({ status: "completed" });
    expect((await backend.call(bob, `/api/v1/samples/${bobs}/peaks`)).status).toBeLessThan(400);

    const [last] = await sql`select * from audit_entries where action = 'account.deleted' order by seq desc limit 1`;
    expect(last).toMatchObject({ actor_kind: "system", target_id: ada.userId, before: null, after: null });
    const entries =
      await sql`select row_to_json(e)::text as entry from audit_entries e where target_id = ${ada.userId}`;
    for (const { entry } of entries) expect(entry).not.toContain(ada.email);
  });

  it("continues where it was killed: after the claim, half emptied, emptied, and done", async () => {
    const ada = await backend.person("Ada");
    await withSample(ada, { bytes: tone(1010) });
    await deletion.requestDeletion(ada.ctx, ada);
    await makeDue(ada);
    expect(await deletion.claimDueAccounts()).toEqual([ada.userId]);
    await expect(deletion.removeAccount(ada.userId)).rejects.toThrow("not empty");
    expect(await deletion.claimDueAccounts()).toEqual([ada.userId]);
    expect(await deletion.emptyAccount(ada.userId)).toBe(1);
    expect(await deletion.emptyAccount(ada.userId)).toBe(0);
    expect(await deletion.removeAccount(ada.userId)).toBe(true);
    expect(await deletion.removeAccount(ada.userId)).toBe(false);
    expect(await deletion.claimDueAccounts()).toEqual([]);
  });

  it("never empties an account that is not due", async () => {
    const ada = await backend.person("Ada");
    await withSample(ada, { bytes: tone(1111) });
    expect(await deletion.emptyAccount(ada.userId)).toBe(0);
    expect(await deletion.removeAccount(ada.userId)).toBe(false);
    expect(await count("samples", "owner_id", ada.userId)).toBe(1);
  });

  it("is refused to the last admin and to the demo account", async () => {
    expect(await deletion.requestDeletion(admin.ctx, admin)).toEqual({ ok: false, reason: "last_admin" });
    const demo = { ...admin.ctx, actor: { ...admin.ctx.actor, isDemo: true } };
    expect(await deletion.requestDeletion(demo, admin)).toEqual({ ok: false, reason: "demo_account" });
  });

  it("by two last admins at once leaves one of them", async () => {
    const other = await backend.person("Second", { role: "admin" });
    const second = await backend.signedIn(other.userId, other.email, other.password);
    const results = await Promise.all([
      deletion.requestDeletion(admin.ctx, admin),
      deletion.requestDeletion(second.ctx, second),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    await sql`update users set deletion_requested_at = null where role = 'admin'`;
    await sql`update users set role = 'free' where id = ${other.userId}`;
    admin = await backend.signedIn(admin.userId, admin.email, admin.password);
  });
});

describe("an admin who deletes an account", () => {
  it("stops it at once, can download its export until it is removed, and can cancel the deletion", async () => {
    const ada = await backend.person("Ada");
    await withSample(ada, { fileName: "kept.wav", bytes: tone(1212) });
    const deleted = await deletion.deletePersonAsAdmin(admin.ctx, { id: ada.userId, withExport: true });
    expect(deleted).toMatchObject({ ok: true, value: { exportId: expect.any(String) } });
    expect((await backend.call(ada, "/api/v1/samples?ids=")).status).toBe(401);
    await ready(ada);
    const opened = await openExportAsAdmin(admin.ctx, { id: ada.userId }, origin);
    if (!opened.ok) throw new Error(opened.reason);
    const zip = new ZipContents(new Uint8Array(await (await fetch(opened.value.url)).arrayBuffer()));
    expect(zip.paths).toContain("originals/kept.wav");
    expect(await deletion.keepPersonAsAdmin(admin.ctx, { id: ada.userId })).toMatchObject({ ok: true });
    await makeDue(ada);
    await sql`update users set deletion_requested_at = null where id = ${ada.userId}`;
    expect(await deleteDue()).toEqual([]);
  });

  it("must be an admin, and cannot delete themselves or a missing account", async () => {
    const ada = await backend.person("Ada");
    const input = { id: admin.userId, withExport: false };
    await expect(deletion.deletePersonAsAdmin(ada.ctx, input)).rejects.toMatchObject({ code: "forbidden" });
    expect(await deletion.deletePersonAsAdmin(admin.ctx, input)).toEqual({ ok: false, reason: "yourself" });
    const nobody = { ...input, id: "01900000-0000-7000-8000-000000000000" };
    expect(await deletion.deletePersonAsAdmin(admin.ctx, nobody)).toEqual({ ok: false, reason: "not_found" });
  });
});
