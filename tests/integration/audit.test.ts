import postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { startBackend } from "@/tests/factories/backend";
import { type TestDatabase, testPostgres } from "@/tests/factories/embedded-postgres";
import { type CommandResult, finished, startSamplemind } from "@/tests/fixtures/samplemind-command";

const backend = await startBackend({ jobs: false });
const { sql } = backend;
const { inTransaction } = await import("@/lib/work/unit-of-work");
const { asOperator } = await import("@/lib/audit/sources");

const ENTRIES = 12;

/** Does what an attacker with the owner's rights could: disables the trigger for the time being. */
async function tamper(change: () => Promise<unknown>): Promise<void> {
  await sql`alter table audit_entries disable trigger audit_entries_append_only`;
  await change();
  await sql`alter table audit_entries enable trigger audit_entries_append_only`;
}

const environment = (): NodeJS.ProcessEnv => ({ ...process.env, DATA_DIR: process.env.TMPDIR });
const verify = (...args: string[]): Promise<CommandResult> =>
  finished(startSamplemind(["audit", "verify", ...args], undefined, environment()));

beforeAll(async () => {
  for (let entry = 1; entry <= ENTRIES; entry++) {
    await inTransaction({ ...asOperator(), userAgent: 'a "browser"\\\t\u0001 of Größe 日本語' }, (work) =>
      work.audit({
        action: "flag.changed",
        target: { type: "flag", id: `f'${entry}` },
        before: { enabled: null, share: 0.1, big: 12_345_678_901, text: "\u2028é\\" },
        after: { enabled: true, roles: ["free", "pro"], nested: { b: 1, aa: 2 } },
      }),
    );
  }
});

describe("samplemind audit verify", () => {
  let head: string;

  it("reports an untouched audit as intact, and where it ends", async () => {
    const { code, stdout, stderr } = await verify();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^${ENTRIES} entries, intact\nhead [0-9a-f]{64}@${ENTRIES}\n$`));
    head = /head (\S+)/.exec(stdout)?.[1] ?? "";
    expect((await verify("--expect", head)).code).toBe(0);
  });

  it("finds an entry whose content was changed", async () => {
    const [original] = await sql`select action from audit_entries where seq = 5`;
    await tamper(() => sql`update audit_entries set action = 'sample.deleted' where seq = 5`);
    const { code, stdout } = await verify();
    expect(code).toBe(1);
    expect(stdout).toContain("1 fault\n  entry 5 was altered");
    await tamper(() => sql`update audit_entries set action = ${original?.action} where seq = 5`);
    expect((await verify()).code).toBe(0);
  });

  it("finds an altered entry whose hash was recomputed", async () => {
    const [kept] = await sql`select before::text as before, hash from audit_entries where seq = 6`;
    await tamper(() => sql`update audit_entries set before = '{"enabled": false}' where seq = 6`);
    await tamper(() => sql`update audit_entries e set hash = audit_entry_hash(e) where seq = 6`);
    const { code, stdout } = await verify();
    expect(code).toBe(1);
    expect(stdout).toContain("entry 7 does not follow entry 6");
    await tamper(
      () => sql`update audit_entries set before = ${kept?.before}::text::jsonb, hash = ${kept?.hash} where seq = 6`,
    );
    expect((await verify()).code).toBe(0);
  });

  it("finds entries that were removed in the middle and at the end", async () => {
    await tamper(() => sql`delete from audit_entries where seq in (3, 4, 9)`);
    const middle = await verify();
    expect(middle.code).toBe(1);
    expect(middle.stdout).toContain("entries 3 to 4 were removed");
    expect(middle.stdout).toContain("entry 9 was removed");
    await tamper(() => sql`delete from audit_entries where seq > 10`);
    const cut = await verify("--expect", head);
    expect(cut.stdout).toContain("entries 11 to 12 were cut off the end");
  });

  it("answers a malformed head and a missing database with status 2", async () => {
    expect((await verify("--expect", "12")).code).toBe(2);
    const env = { ...environment(), DATABASE_URL: "postgres://nobody:nothing@127.0.0.1:1/none" };
    const away = await finished(startSamplemind(["audit", "verify"], undefined, env));
    expect(away.code).toBe(2);
    expect(away.stderr).toContain("ECONNREFUSED");
  });
});

describe("an audit entry", () => {
  it("cannot be changed or removed, nor the table truncated, even by the database's owner", async () => {
    const refusal = /append-only/;
    await expect(sql`update audit_entries set action = 'x'`).rejects.toThrow(refusal);
    await expect(sql`delete from audit_entries`).rejects.toThrow(refusal);
    await expect(sql`truncate audit_entries`).rejects.toThrow(refusal);
  });

  it("cannot be changed by the application, which can still add entries", async () => {
    const application = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
    const refusal = { code: "42501", message: expect.stringMatching(/permission denied|must be owner/) };
    await expect(application`update audit_entries set action = 'x'`).rejects.toMatchObject(refusal);
    await expect(application`delete from audit_entries`).rejects.toMatchObject(refusal);
    await expect(application`truncate audit_entries`).rejects.toMatchObject(refusal);
    await expect(application`alter table audit_entries disable trigger all`).rejects.toMatchObject(refusal);
    await expect(application`drop table audit_entries`).rejects.toMatchObject(refusal);
    await expect(application`set session_replication_role = replica`).rejects.toMatchObject(refusal);
    const count = async () => Number((await application`select count(*) as n from audit_entries`)[0]?.n);
    const before = await count();
    await inTransaction(asOperator(), (work) => work.audit({ action: "jobs.paused" }));
    expect(await count()).toBe(before + 1);
    await application.end();
  });
});

describe("the application's role", () => {
  const migrate = (database: TestDatabase, applicationUrl: string) =>
    migrateDatabase({ databaseUrl: database.url, applicationUrl });

  it("is added to a database that was used without one, and gets the currently configured password", async () => {
    const database = await testPostgres().createDatabase({ migrated: false });
    expect(await migrateDatabase({ databaseUrl: database.url })).toBe("set up");
    const withPassword = (password: string) => {
      const url = new URL(database.applicationUrl);
      return Object.assign(url, { username: "late_app", password }).href;
    };
    for (const password of ["the first of its passwords", "another / password @ later"]) {
      expect(await migrate(database, withPassword(password))).toBe("up to date");
      const application = postgres(withPassword(password), { max: 1 });
      expect(await application`select count(*)::int as n from users`).toEqual([{ n: 0 }]);
      await expect(application`create table public.mine (id int)`).rejects.toMatchObject({ code: "42501" });
      await application.end();
    }
  });

  it("is refused if it may do everything anyway, and nothing changes if it is the owner", async () => {
    const database = await testPostgres().createDatabase({ migrated: false });
    const owner = postgres(database.url, { max: 1 });
    await owner`create role almighty superuser login password 'x'`;
    const almighty = Object.assign(new URL(database.url), { username: "almighty" }).href;
    await expect(migrate(database, almighty)).rejects.toThrow('"almighty" of DATABASE_URL may do whatever');
    await migrate(database, database.url);
    await owner`insert into users (id, email, name) values (gen_random_uuid(), 'a@example.com', 'A')`;
    await owner.end();
  });
});
