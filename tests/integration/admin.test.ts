import { describe, expect, it } from "vitest";
import { type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";

const backend = await startBackend({ jobs: false, plans: true });
const { sql } = backend;
const people = await import("@/lib/admin/people/mutations");
const { findPerson, listPeople, readActivity } = await import("@/lib/admin/people/data");
const { peopleQuerySchema } = await import("@/lib/admin/people/schema");
const { findActiveSession } = await import("@/lib/identity/lookups");
const { actorOf } = await import("@/lib/identity/actor");
const { readUsage } = await import("@/lib/quotas/data");
const { resetPasswordByLink } = await import("@/lib/accounts/passwords/mutations");
const { listMails } = await import("@/lib/admin/mail/data");
const { readMail, retryMail } = await import("@/lib/admin/mail/mutations");
const { mailQuerySchema } = await import("@/lib/admin/mail/schema");
const { claimAttempt } = await import("@/lib/accounts/lockout/gate");
const { accountSubject } = await import("@/lib/accounts/lockout/subjects");
const { listCounters, listLockouts } = await import("@/lib/admin/limits/data");
const { clearLockout } = await import("@/lib/admin/limits/mutations");
const { listStorage, readHealth, readMachine, summariseStorage } = await import("@/lib/admin/system/data");
const { summariseQueue, listJobs, listRecentFailures } = await import("@/lib/admin/jobs/data");
const jobs = await import("@/lib/admin/jobs/mutations");
const { listAuditEntries } = await import("@/lib/admin/audit-log/data");
const { auditQuerySchema } = await import("@/lib/admin/audit-log/schema");
const site = await import("@/lib/admin/site/mutations");
const { readSiteSettings } = await import("@/lib/admin/site/data");
const { readLegalText, readSite } = await import("@/lib/site/lookups");
const { auditFile } = await import("@/lib/admin/audit-log/export");

const root = await backend.person("Root");
const admin = () => backend.person("Another admin", { role: "admin" });
const ask = (params: Record<string, string> = {}) => peopleQuerySchema.parse(params);
const roleOf = async ({ userId }: Person) => (await sql`select role from users where id = ${userId}`)[0]?.role;
const entriesAbout = (targetId: string) =>
  sql`select action, actor_id, before, after from audit_entries where target_id = ${targetId} and actor_id = ${root.userId} order by seq`;
const samplesAs = (person: Person) => backend.call(person, "/api/v1/samples").then(({ status }) => status);

describe("users", () => {
  it("are found by name, address, id, role and state", async () => {
    const ada = await backend.person("Ada 100%_Lovelace", { role: "pro" });
    const found = async (params: Record<string, string>) =>
      (await listPeople(root.ctx.actor, ask(params))).rows.map(({ id }) => id);
    expect(await found({ q: "100%_love" })).toEqual([ada.userId]);
    expect(await found({ q: "100%x" })).toEqual([]);
    expect(await found({ q: ada.email.slice(0, 12).toUpperCase() })).toEqual([ada.userId]);
    expect(await found({ q: ada.userId })).toEqual([ada.userId]);
    expect(await found({ q: "Lovelace", role: "free" })).toEqual([]);
    expect(await found({ q: "Lovelace", role: "pro", state: "active" })).toEqual([ada.userId]);
    expect(await found({ q: "Lovelace", state: "suspended" })).toEqual([]);
  });

  it("are listed page by page, each exactly once", async () => {
    // One after another: on a busy machine, the last of thirty at once would wait too long for a connection.
    for (let count = 0; count < 30; count++) await backend.person("One of many");
    const pages = [1, 2, 3].map((page) => listPeople(root.ctx.actor, ask({ q: "One of many", page: String(page) })));
    const [first, second, third] = await Promise.all(pages);
    expect([first?.rows.length, second?.rows.length, third?.rows.length, first?.total]).toEqual([25, 5, 0, 30]);
    expect(new Set([...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ id }) => id)).size).toBe(30);
  });

  it("show their sessions, keys and usage, and never a hash", async () => {
    const ada = await backend.person("Ada", { role: "enterprise" });
    const key = await backend.apiKey(ada);
    await backend.upload(ada, tone(300));
    const person = await findPerson(root.ctx.actor, ada.userId);
    if (!person) throw new Error("nobody there");
    expect(person).toMatchObject({ role: "enterprise", samples: 1, hasPassword: true, hasSecondFactor: false });
    const activity = await readActivity(root.ctx.actor, person);
    expect(activity.usage.uploadsToday.used).toBe(1);
    expect(activity.usage.storageBytes.used).toBe(person.storedBytes);
    expect(activity.sessions.map(({ id, current }) => [id, current])).toEqual([[ada.sessionId, false]]);
    expect(activity.keys).toMatchObject([{ id: key.id, prefix: key.secret.slice(0, 12) }]);
    expect(JSON.stringify([person, activity])).not.toMatch(/argon2|[0-9a-f]{64}/);
  });
});

describe("what an admin changes", () => {
  it("applies at once and is recorded with before and after", async () => {
    const ada = await backend.person();
    expect(await people.changeRole(root.ctx, { id: ada.userId, role: "studio" })).toMatchObject({ ok: true });
    const session = await findActiveSession(ada.sessionId);
    expect(session && actorOf(session).permissions.has("batches:create")).toBe(true);
    await people.setQuota(root.ctx, { id: ada.userId, uploadsPerDay: 0, storageBytes: null });
    expect((await backend.begin(ada, tone(310)).catch(() => null)) ?? "refused").toBe("refused");
    await people.setBeta(root.ctx, { id: ada.userId, isBeta: true });
    expect(await people.setBeta(root.ctx, { id: ada.userId, isBeta: true })).toEqual({
      ok: false,
      reason: "no_change",
    });
    expect(await entriesAbout(ada.userId)).toMatchObject([
      { action: "user.role_changed", before: { role: "free" }, after: { role: "studio" } },
      {
        action: "user.quota_changed",
        before: { uploadsPerDay: null, storageBytes: null },
        after: { uploadsPerDay: 0, storageBytes: null },
      },
      { action: "user.beta_changed", before: { isBeta: false }, after: { isBeta: true } },
    ]);
  });

  it("sets a person's own quota and removes it again", async () => {
    const ada = await backend.person();
    const allowed = async () => (await readUsage(ada.ctx.actor)).storageBytes.allowed;
    const ofRole = await allowed();
    await people.setQuota(root.ctx, { id: ada.userId, uploadsPerDay: 3, storageBytes: 12_345 });
    expect(await allowed()).toBe(12_345);
    await people.setQuota(root.ctx, { id: ada.userId, uploadsPerDay: null, storageBytes: null });
    expect(await allowed()).toBe(ofRole);
  });

  it("suspends: sessions and keys stop at once; a new sign-in and the keys work only after the suspension is lifted", async () => {
    const ada = await backend.person("Ada", { role: "enterprise" });
    const { secret } = await backend.apiKey(ada);
    const withKey = async () => (await backend.callWithKey(secret, "/api/v1/samples")).status;
    expect([await samplesAs(ada), await withKey()]).toEqual([200, 200]);
    expect(await people.suspendPerson(root.ctx, { id: ada.userId })).toMatchObject({ ok: true });
    expect([await samplesAs(ada), await withKey()]).toEqual([401, 401]);
    expect(await people.suspendPerson(root.ctx, { id: ada.userId })).toEqual({ ok: false, reason: "no_change" });
    expect(await people.unsuspendPerson(root.ctx, { id: ada.userId })).toMatchObject({ ok: true });
    expect([await samplesAs(ada), await withKey()]).toEqual([401, 200]);
    expect(await samplesAs(await backend.signedIn(ada.userId, ada.email, ada.password))).toBe(200);
  });

  it("keeps an account that waits for deletion suspended until its deletion is cancelled", async () => {
    const { deletePersonAsAdmin, keepPersonAsAdmin } = await import("@/lib/privacy/deletion/mutations");
    const ada = await backend.person();
    const id = { id: ada.userId };
    await deletePersonAsAdmin(root.ctx, { ...id, withExport: false });
    expect(await people.unsuspendPerson(root.ctx, id)).toEqual({ ok: false, reason: "leaving" });
    const leaving = (await findPerson(root.ctx.actor, ada.userId))?.leaving;
    expect(Date.parse(leaving?.goesAt ?? "")).toBeGreaterThan(Date.now());
    await keepPersonAsAdmin(root.ctx, id);
    expect((await findPerson(root.ctx.actor, ada.userId))?.leaving).toBeNull();
    expect(await people.unsuspendPerson(root.ctx, id)).toMatchObject({ ok: true });
  });

  it("signs a person out everywhere but keeps their keys", async () => {
    const ada = await backend.person("Ada", { role: "enterprise" });
    const second = await backend.signedIn(ada.userId, ada.email, ada.password);
    const { secret } = await backend.apiKey(ada);
    await people.signOutPerson(root.ctx, { id: ada.userId });
    expect([await samplesAs(ada), await samplesAs(second)]).toEqual([401, 401]);
    expect((await backend.callWithKey(secret, "/api/v1/samples")).status).toBe(200);
    expect(await entriesAbout(ada.userId)).toMatchObject([{ action: "user.signed_out", after: { ended: 2 } }]);
  });

  it("makes a link that sets a new password; it waits on the mail page, and reading it is recorded", async () => {
    const ada = await backend.person();
    expect(await people.sendResetLink(root.ctx, { id: ada.userId })).toEqual({ ok: true, value: { mailed: false } });
    expect(await people.sendResetLink(root.ctx, { id: ada.userId })).toEqual({ ok: false, reason: "sent_just_now" });
    const { rows } = await listMails(root.ctx.actor, mailQuerySchema.parse({ q: ada.email, state: "unsent" }));
    expect(rows.map(({ subject }) => subject)).toEqual([
      "Set a new password for SampleMind",
      "Confirm your e-mail address for SampleMind",
    ]);
    expect(JSON.stringify(rows)).not.toContain("token=");
    const id = rows[0]?.id ?? "";
    const read = await readMail(root.ctx, { id });
    const token = /token=([\w-]{43})/.exec(read.ok ? read.value.body : "")?.[1] ?? "";
    expect(await entriesAbout(id)).toMatchObject([{ action: "mail.read" }]);
    const facts = { requestId: "r", address: null, userAgent: null };
    const password = "another good long one";
    expect(await resetPasswordByLink(facts, { token, password })).toMatchObject({ ok: true });
    expect(await samplesAs(ada)).toBe(401);
    expect(await retryMail(root.ctx, { id })).toEqual({ ok: false, reason: "no_mail_server" });
  });

  it("never shows a mail that was handed to a mail server", async () => {
    const [mail] = await sql`insert into mails (id, recipient, subject, body, sent_at, attempts)
      values (gen_random_uuid(), 'ada@example.com', 'A link', 'the link', now(), 1) returning id`;
    expect(await readMail(root.ctx, { id: mail?.id })).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("an admin's own account", () => {
  it("cannot be demoted, suspended or signed out from these pages", async () => {
    const own = { id: root.userId };
    const refusal = { ok: false, reason: "yourself" };
    expect(await people.changeRole(root.ctx, { ...own, role: "free" })).toEqual(refusal);
    expect(await people.suspendPerson(root.ctx, own)).toEqual(refusal);
    expect(await people.signOutPerson(root.ctx, own)).toEqual(refusal);
    expect(await people.sendResetLink(root.ctx, own)).toEqual(refusal);
    expect(await samplesAs(root)).toBe(200);
  });

  it("can be given a quota and beta features", async () => {
    expect(await people.setBeta(root.ctx, { id: root.userId, isBeta: true })).toMatchObject({ ok: true });
    expect(await people.setBeta(root.ctx, { id: root.userId, isBeta: false })).toMatchObject({ ok: true });
  });
});

describe("the demo account", () => {
  it("is never made an admin, because everybody knows its password", async () => {
    const demo = await backend.person("Demo");
    await sql`update users set is_demo = true where id = ${demo.userId}`;
    expect(await people.changeRole(root.ctx, { id: demo.userId, role: "admin" })).toEqual({
      ok: false,
      reason: "demo_account",
    });
    expect(await roleOf(demo)).toBe("free");
  });
});

describe("the last admin", () => {
  it("stays one when two demote each other at once; the slower has lost the role", async () => {
    for (let round = 0; round < 5; round++) {
      const other = await admin();
      const outcomes = await Promise.allSettled([
        people.changeRole(root.ctx, { id: other.userId, role: "free" }),
        people.changeRole(other.ctx, { id: root.userId, role: "free" }),
      ]);
      const won = outcomes.filter((one) => one.status === "fulfilled" && one.value.ok);
      expect(won).toHaveLength(1);
      expect([await roleOf(root), await roleOf(other)].sort()).toEqual(["admin", "free"]);
      await sql`update users set role = 'admin' where id = ${root.userId}`;
      await sql`update users set role = 'free' where id = ${other.userId}`;
    }
  });

  it("cannot be suspended by a person who has just lost the role", async () => {
    const other = await admin();
    await people.changeRole(root.ctx, { id: other.userId, role: "free" });
    await expect(people.suspendPerson(other.ctx, { id: root.userId })).rejects.toMatchObject({ code: "forbidden" });
    expect(await samplesAs(root)).toBe(200);
  });

  it("stays the last even if other admins are suspended or waiting for deletion", async () => {
    const [suspended, leaving] = [await admin(), await admin()];
    await sql`update users set suspended_at = now() where id = ${suspended.userId}`;
    await sql`update users set deletion_requested_at = now() where id = ${leaving.userId}`;
    const { isNotLastAdmin } = await import("@/lib/accounts/admins/writes");
    const { db } = await import("@/db/client");
    const { users } = await import("@/db/schema/users");
    const { and, eq } = await import("drizzle-orm");
    const demoted = await db()
      .update(users)
      .set({ role: "free" })
      .where(and(eq(users.id, root.userId), isNotLastAdmin()))
      .returning({ id: users.id });
    expect(demoted).toEqual([]);
    await sql`update users set role = 'free' where id in (${suspended.userId}, ${leaving.userId})`;
  });
});

describe("what an admin writes about the server", () => {
  const settings = () => readSiteSettings(root.ctx.actor);
  const audited = async (action: string) =>
    (await sql`select after from audit_entries where action = ${action} order by seq`).map(({ after }) => after);

  it("is its name: clean, short, in letters, and the product's again once it is empty", async () => {
    expect(await site.renameSite(root.ctx, { name: "  <b>Northern</b>\u202E Loops\n" })).toMatchObject({ ok: true });
    expect((await readSite()).name).toBe("<b>Northern</b> Loops");
    expect(await site.renameSite(root.ctx, { name: "<b>Northern</b> Loops" })).toEqual({
      ok: false,
      reason: "no_change",
    });
    const ada = await backend.person("Ada");
    const [letter] = await sql`select body from mails where recipient = ${ada.email} order by id desc limit 1`;
    expect(letter?.body).toMatch(/\n<b>Northern<\/b> Loops\n$/);
    await expect(site.renameSite(root.ctx, { name: "x".repeat(41) })).rejects.toThrow();
    await site.renameSite(root.ctx, { name: "" });
    expect((await readSite()).name).toBe("SampleMind");
    expect(await audited("site.renamed")).toEqual([{ isNamed: true }, { isNamed: false }]);
  });

  it("is an announcement that ends by itself, and a new one has another id", async () => {
    const text = "Work on Friday.\r\nSee https://status.example/now";
    await site.announce(root.ctx, { text, level: "warning", hours: 1 });
    const first = (await readSite()).announcement;
    expect(first).toMatchObject({ text: text.replace("\r", ""), level: "warning" });
    await site.announce(root.ctx, { text: "Done", level: "info", hours: null });
    expect((await readSite()).announcement).toMatchObject({ text: "Done", until: null });
    expect((await settings()).announcement?.id).not.toBe(first?.id);
    const ended = { ...first, until: new Date(Date.now() - 1000).toISOString() };
    await sql`update system_settings set value = ${sql.json(ended as never)} where name = 'site.announcement'`;
    expect((await readSite()).announcement).toBeNull();
    await expect(site.announce(root.ctx, { text: "x".repeat(10_000), level: "info", hours: null })).rejects.toThrow(
      "Use at most 500 characters",
    );
    await sql`update system_settings set value = '"broken"' where name = 'site.announcement'`;
    expect((await readSite()).announcement).toBeNull();
    expect(await site.announce(root.ctx, { text: " ", level: "info", hours: null })).toMatchObject({ ok: true });
    expect(await site.announce(root.ctx, { text: "", level: "info", hours: null })).toMatchObject({ ok: false });
  });

  it("is its terms and what happens to data, which every page only knows to be there", async () => {
    expect(await readSite()).toMatchObject({ hasTerms: false, hasPrivacy: false });
    await site.writeLegalText(root.ctx, { page: "terms", text: "Be kind.\n\n\n\nAlways." });
    expect(await readSite()).toMatchObject({ hasTerms: true, hasPrivacy: false });
    expect(await readLegalText("terms")).toBe("Be kind.\n\nAlways.");
    await site.writeLegalText(root.ctx, { page: "terms", text: "" });
    expect(await readLegalText("terms")).toBe("");
  });

  it("is written by nobody else", async () => {
    const { ctx } = await backend.person("Ada", { role: "enterprise" });
    await expect(site.renameSite(ctx, { name: "Mine" })).rejects.toThrow("forbidden");
    await expect(site.announce(ctx, { text: "Mine", level: "info", hours: null })).rejects.toThrow("forbidden");
    await expect(site.writeLegalText(ctx, { page: "terms", text: "Mine" })).rejects.toThrow("forbidden");
    await expect(readSiteSettings(ctx.actor)).rejects.toThrow("forbidden");
  });
});

describe("everybody except admins", () => {
  it("is refused by every verb and every read; even an admin's key is refused by every change", async () => {
    const eve = await backend.person("Eve", { role: "enterprise" });
    const person = { id: root.userId };
    const page = { state: "failed", q: "", page: 1 } as const;
    const query = auditQuerySchema.parse({});
    const reads = [
      () => listPeople(eve.ctx.actor, ask()),
      () => findPerson(eve.ctx.actor, root.userId),
      () => readActivity(eve.ctx.actor, { ...person, role: "admin", isDemo: false }),
      () => listJobs(eve.ctx.actor, page),
      () => listRecentFailures(eve.ctx.actor),
      () => summariseQueue(eve.ctx.actor),
      () => listAuditEntries(eve.ctx.actor, query),
      () => listCounters(eve.ctx.actor),
      () => listLockouts(eve.ctx.actor),
      () => listMails(eve.ctx.actor, mailQuerySchema.parse({})),
      () => listStorage(eve.ctx.actor, 1),
      () => summariseStorage(eve.ctx.actor),
      () => readHealth(eve.ctx.actor),
      () => readMachine(eve.ctx.actor),
    ];
    const writes = (ctx: Person["ctx"]) => [
      () => people.changeRole(ctx, { id: eve.userId, role: "admin" }),
      () => people.setQuota(ctx, { ...person, uploadsPerDay: 1, storageBytes: 1 }),
      () => people.setBeta(ctx, { ...person, isBeta: true }),
      () => people.suspendPerson(ctx, person),
      () => people.unsuspendPerson(ctx, person),
      () => people.signOutPerson(ctx, person),
      () => people.sendResetLink(ctx, person),
      () => jobs.retryJob(ctx, { sampleId: root.userId }),
      () => jobs.retryAllJobs(ctx),
      () => jobs.cancelJob(ctx, { sampleId: root.userId }),
      () => jobs.setJobsPaused(ctx, { paused: true }),
      () => readMail(ctx, person),
      () => retryMail(ctx, person),
      () => clearLockout(ctx, { subject: "address:192.0.2.1" }),
    ];
    const { actorOfApiKey } = await import("@/lib/identity/actor");
    const { KEY_SCOPES } = await import("@/lib/api-keys/constants");
    const owner = { id: root.userId, role: "admin", isDemo: false } as const;
    const byKey = { ...root.ctx, actor: actorOfApiKey({ id: root.userId, scopes: KEY_SCOPES, owner }) };
    for (const call of [...reads, ...writes(eve.ctx), ...writes(byKey), () => auditFile(eve.ctx, { format: "csv" })]) {
      await expect(call(), call.toString()).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("the audit log", () => {
  it("is filtered by actor, action, target and time, and read page by page without a gap", async () => {
    const ada = await backend.person();
    for (let turn = 0; turn < 60; turn++) await people.setBeta(root.ctx, { id: ada.userId, isBeta: turn % 2 === 0 });
    const list = (params: Record<string, string>) => listAuditEntries(root.ctx.actor, auditQuerySchema.parse(params));
    const wanted = { target: ada.email, action: "user.beta_changed", actor: root.email };
    const first = await list(wanted);
    expect(first.rows).toHaveLength(50);
    expect(first.rows[0]).toMatchObject({ actorEmail: root.email, targetEmail: ada.email, targetId: ada.userId });
    const second = await list({ ...wanted, before: String(first.nextBefore) });
    expect([second.rows.length, second.nextBefore]).toEqual([10, null]);
    const seqs = [...first.rows, ...second.rows].map(({ seq }) => seq);
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => b - a));
    const today = new Date().toISOString().slice(0, 10);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    expect((await list({ ...wanted, from: today, to: tomorrow })).rows).toHaveLength(50);
    expect((await list({ ...wanted, from: tomorrow })).rows).toEqual([]);
    expect((await list({ ...wanted, to: "2020-01-01" })).rows).toEqual([]);
    expect((await list({ ...wanted, actor: "visitor" })).rows).toEqual([]);
  });

  it("is exported completely, including the entry about the export, without e-mail addresses and formulas", async () => {
    const ada = await backend.person();
    const ctx = { ...root.ctx, userAgent: '=cmd|"/c calc"!A1' };
    await people.setBeta(ctx, { id: ada.userId, isBeta: true });
    const answer = await auditFile(ctx, { format: "csv" });
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="samplemind-audit-\d+\.csv"$/);
    const csv = await answer.text();
    const [counted] = await sql`select count(*)::int as n from audit_entries`;
    expect(csv.split("\r\n").length - 2).toBe(counted?.n);
    expect(csv).not.toContain("@example.com");
    expect(csv).toContain(`"'=cmd|""/c calc""!A1"`);

    const lines = (await (await auditFile(ctx, { format: "jsonl", target: ada.userId })).text()).trimEnd().split("\n");
    const rows = lines.map((line) => JSON.parse(line));
    expect(rows.map(({ action }) => action)).toEqual(["account.registered", "user.beta_changed"]);
    const exports =
      await sql`select after from audit_entries where action = 'audit.exported' order by seq desc limit 2`;
    expect(exports).toMatchObject([{ after: { format: "jsonl", byTarget: true } }, { after: { format: "csv" } }]);
  });
});

describe("limits", () => {
  it("show who is locked out, and let an admin lift it", async () => {
    const ada = await backend.person();
    const subject = accountSubject(ada.email);
    for (let attempt = 0; attempt < 6; attempt++) await claimAttempt([subject]);
    expect((await claimAttempt([subject])).locked).toBe(true);
    const locked = (await listLockouts(root.ctx.actor)).find((row) => row.subject === subject.key);
    expect(Date.parse(locked?.lockedUntil ?? "")).toBeGreaterThan(Date.now());
    expect(await clearLockout(root.ctx, { subject: subject.key })).toMatchObject({ ok: true });
    expect((await claimAttempt([subject])).locked).toBe(false);
    const [entry] = await entriesAbout(ada.userId);
    expect(entry).toMatchObject({ action: "lockout.cleared", before: { failures: 5 } });
    expect(JSON.stringify(entry)).not.toContain(ada.email);
  });

  it("show whose requests were counted and refused", async () => {
    const ada = await backend.person("Ada", { role: "enterprise" });
    const { id, secret } = await backend.apiKey(ada, { requestsPerMinute: 2 });
    for (let request = 0; request < 5; request++) await backend.callWithKey(secret, "/api/v1/samples");
    const counter = (await listCounters(root.ctx.actor)).find(({ subject }) => subject === id);
    expect(counter).toMatchObject({ email: ada.email, minuteCount: 2, perMinute: 2, refused: 3 });
  });
});

describe("storage and the system", () => {
  it("list the largest accounts first, with their quota", async () => {
    const [little, much] = [await backend.person("Little"), await backend.person("Much")];
    await backend.upload(little, tone(320, 0.1));
    await backend.upload(much, tone(330, 2));
    const { rows } = await listStorage(root.ctx.actor, 1);
    expect(rows.map(({ storedBytes }) => storedBytes)).toEqual(
      rows.map(({ storedBytes }) => storedBytes).sort((a, b) => b - a),
    );
    const mine = rows.find(({ id }) => id === much.userId);
    expect(mine).toMatchObject({ files: 1, storedBytes: tone(330, 2).length, allowedBytes: 100 * 1024 * 1024 });
    expect(rows.findIndex(({ id }) => id === much.userId)).toBeLessThan(
      rows.findIndex(({ id }) => id === little.userId),
    );
  });

  it("show which services answer, which versions run, and how full the disk is", async () => {
    await backend.services.stopExecutor();
    expect(await readHealth(root.ctx.actor)).toMatchObject({ database: "ok", storage: "ok", executor: "away" });
    const machine = await readMachine(root.ctx.actor);
    expect(machine.versions.map(({ name }) => name)).toEqual(["SampleMind", "Analyser", "Node.js", "PostgreSQL"]);
    expect(machine.disks).toMatchObject([{ path: process.env.EMBEDDED_S3_DIR }, { path: process.env.TMPDIR }]);
    expect(machine.disks[0]?.totalBytes).toBeGreaterThan(machine.disks[0]?.freeBytes ?? Number.POSITIVE_INFINITY);
  });
});
