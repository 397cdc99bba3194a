import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tone } from "@/tests/factories/sounds";
import { type Account, register } from "./account";
import { dropPaths } from "./drop";
import { processOf, stackDatabase } from "./running-stack";
import { expect, type Page, test } from "./test";

const FILES = 30;

async function query<T>(run: (sql: ReturnType<typeof stackDatabase>) => Promise<T>): Promise<T> {
  const sql = stackDatabase();
  try {
    return await run(sql);
  } finally {
    await sql.end();
  }
}

/** How many of this person's samples are completed, or null while the database is down. */
async function completed({ email }: Account): Promise<number | null> {
  return query(async (sql) => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from samples
      join users on users.id = samples.owner_id
      where users.email = ${email} and samples.status = 'completed'`;
    return row?.count ?? 0;
  }).catch(() => null);
}

const until = (account: Account, count: number) =>
  expect.poll(() => completed(account), { timeout: 120_000, intervals: [20] }).toBeGreaterThanOrEqual(count);

function soundFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "recovery-")), "thirty sounds");
  mkdirSync(folder);
  for (let index = 0; index < FILES; index++) {
    writeFileSync(join(folder, `sound ${index}.wav`), tone(110 + 17 * index, 8));
  }
  return folder;
}

async function dropAndKill(page: Page, services: ("executor" | "app" | "postgres")[]): Promise<Account> {
  const account = await register(page);
  await dropPaths(page, [soundFolder()]);
  for (const [index, service] of services.entries()) {
    await until(account, 2 + 6 * index);
    process.kill(processOf(service), "SIGKILL");
  }
  await until(account, FILES);
  return account;
}

test("if executor, app and database are killed during thirty uploads, each file is analysed once", async ({ page }) => {
  test.setTimeout(480_000);
  const account = await dropAndKill(page, ["executor", "app", "postgres"]);
  const rows = await query(
    (sql) => sql<{ status: string; analyses: number; completions: number }[]>`
      select samples.status,
        (select count(*)::int from analyses where analyses.sample_id = samples.id) as analyses,
        (select count(*)::int from live_events where payload->>'sampleId' = samples.id::text
          and payload->>'status' = 'completed') as completions
      from samples join users on users.id = samples.owner_id where users.email = ${account.email}`,
  );
  expect(rows).toHaveLength(FILES);
  expect(new Set(rows.map((row) => `${row.status} ${row.analyses} ${row.completions}`))).toEqual(
    new Set(["completed 1 1"]),
  );
});
