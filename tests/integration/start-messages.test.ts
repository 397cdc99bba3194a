import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { freePort } from "@/embedded/ports";
import { testPostgres } from "@/tests/factories/embedded-postgres";
import { RunningStart } from "@/tests/factories/running-start";

const folder = mkdtempSync(join(tmpdir(), "start-messages-"));
chmodSync(folder, 0o711);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let directories = 0;

/** Starts with these variables and waits until the start gives up. Returns what it has printed. */
async function failed(env: Record<string, string>, seconds = 45): Promise<string> {
  const directory = join(folder, String(++directories));
  const run = new RunningStart(directory, { SEED_DEMO: "0", ...env });
  const late = setTimeout(() => run.end("SIGKILL"), seconds * 1000);
  const [code] = await once(run.child, "close");
  clearTimeout(late);
  expect(code, run.output).toBe(1);
  // A person reads this: no stack.
  expect(run.output).not.toMatch(/\n {4}at /);
  return run.output;
}

describe("a start that cannot succeed says at once which variable is wrong, what was read, and what to do", () => {
  it("if the data folder cannot be written to", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    const text = await failed({ DATA_DIR: join(file, "data") });
    expect(text).toContain(`DATA_DIR is "${join(file, "data")}"`);
    expect(text).toContain("set DATA_DIR to another folder");
  });

  it("if the secrets of a database are missing", async () => {
    const directory = join(folder, "without-secrets");
    mkdirSync(join(directory, "postgres/data"), { recursive: true });
    const text = await failed({ DATA_DIR: directory });
    expect(text).toContain("secrets.json, with the password of that database, is missing");
    expect(text).toContain(`Restore ${join(directory, "secrets.json")} from a backup`);
  });

  it("if the database's password has characters that must be escaped", async () => {
    const text = await failed({ DATABASE_URL: "postgres://sample:hun#ter2@localhost:5432/samplemind" });
    expect(text).toContain("DATABASE_URL cannot be read: its password contains # unescaped");
    expect(text).toContain("%23 for #");
    expect(text).not.toContain("ter2");
  });

  it("if the database refuses, or does not answer yet", async () => {
    const { url } = await testPostgres().createDatabase({ migrated: false });
    const wrong = new URL(url);
    wrong.password = "hunter2";
    const text = await failed({ DATABASE_URL: wrong.toString() });
    expect(text).toContain("and the server refuses the user or the password");
    expect(text).not.toContain("hunter2");

    const nowhere = new RunningStart(join(folder, "nowhere"), {
      DATABASE_URL: `postgres://sample:hunter2@127.0.0.1:${await freePort()}/samplemind`,
    });
    await nowhere.says(
      /! DATABASE_URL is postgres:\/\/sample:•••@127\.0\.0\.1:\d+\/samplemind, and nothing listens there/,
    );
    await nowhere.end("SIGTERM");
  });

  it("if the database was used by a newer version", async () => {
    const database = await testPostgres().createDatabase();
    const { default: postgres } = await import("postgres");
    const sql = postgres(database.url, { max: 1, onnotice: () => {} });
    const newer = Date.UTC(2099, 0, 1);
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the future', ${newer})`;
    await sql.end();
    const text = await failed({ DATABASE_URL: database.url });
    expect(text).toContain("was used by a newer version of SampleMind: its tables are of 2099-01-01");
    expect(text).toContain("restore a backup from before the update");
  });

  it("if the app cannot use a variable", async () => {
    const { url } = await testPostgres().createDatabase({ migrated: false });
    const text = await failed({ DATABASE_URL: url, TRUSTED_PROXY_HOPS: "many" });
    expect(text).toContain('TRUSTED_PROXY_HOPS is "many"');
    await testPostgres().stop();
  });
});
