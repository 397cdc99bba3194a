import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { grantApplicationRole } from "./application-role";
import { connectionProblem, databaseUrlProblem, withoutPassword } from "./database-url";
import { prepareVectorTable } from "./vector-extension";

/** Any number, as long as every migrating process uses the same. */
const ADVISORY_LOCK = 7_267_623;

export interface MigrateOptions {
  databaseUrl: string;
  /** The application's own connection, if it should have fewer rights than the owner that migrates. */
  applicationUrl?: string | undefined;
  /** Where the address of `databaseUrl` comes from, for messages. */
  variable?: string;
  /** Folder of the SQL files. Defaults to `db/migrations` in the working directory. */
  folder?: string;
  /** How long to wait for a database that does not answer yet. */
  waitSeconds?: number;
  /** Called once with the reason, if the database does not answer at the first attempt. */
  onWait?: (problem: string) => void;
}

/** For messages: "The database is set up." */
export type MigrationOutcome = "set up" | "up to date";

/**
 * Brings the schema up to date, or sets it up in an empty database. Several processes may do so at once; they take turns.
 * @throws if the database does not answer within `waitSeconds`, or a migration fails.
 */
export async function migrateDatabase(options: MigrateOptions): Promise<MigrationOutcome> {
  const { databaseUrl, applicationUrl, variable = "DATABASE_URL" } = options;
  const folder = options.folder ?? resolve("db/migrations");
  const addresses = { [variable]: databaseUrl, ...(applicationUrl ? { DATABASE_URL: applicationUrl } : {}) };
  for (const [name, url] of Object.entries(addresses)) {
    const problem = databaseUrlProblem(name, url);
    if (problem) throw new Error(problem);
  }
  await waitForDatabase(options);
  const client = connection(databaseUrl);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [ADVISORY_LOCK]);
    const wasEmpty = await isEmpty(client);
    // Building an index of a large table takes as long as it takes.
    await client.query("set statement_timeout = 0");
    await refuseNewerSchema(client, folder, `${variable} (${withoutPassword(databaseUrl)})`);
    await migrate(drizzle(client), { migrationsFolder: folder });
    await prepareVectorTable(client);
    // Compares URLs rather than user names: behind a pooler, the user name need not be the role's name.
    if (applicationUrl && applicationUrl !== databaseUrl) await grantApplicationRole(client, applicationUrl);
    return wasEmpty ? "set up" : "up to date";
  } finally {
    await client.end();
  }
}

async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ users: string | null }>("select to_regclass('public.users') as users");
  return rows[0]?.users === null;
}

/** Without this listener, a connection that the server closes between two statements would end the process. */
function connection(databaseUrl: string): pg.Client {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  return client.on("error", () => {});
}

const journalOf = (folder: string): { entries: { when: number; tag: string }[] } =>
  JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8"));

/** An older version must not write into tables whose meaning it does not know. */
async function refuseNewerSchema(client: pg.Client, folder: string, named: string): Promise<void> {
  const { rows: found } = await client.query<{ known: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as known",
  );
  if (!found[0]?.known) return;
  const { rows } = await client.query<{ newest: string | null }>(
    "select max(created_at) as newest from drizzle.__drizzle_migrations",
  );
  const newest = Number(rows[0]?.newest ?? 0);
  const last = journalOf(folder).entries.at(-1);
  if (!last || newest <= last.when) return;
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  throw new Error(
    `The database of ${named} was used by a newer version of SampleMind: its tables are of ${day(newest)}, and this ` +
      `version knows those up to ${day(last.when)} (${last.tag}). Start the newer version, or restore a backup from before the update.`,
  );
}

async function waitForDatabase(options: MigrateOptions): Promise<void> {
  const { databaseUrl, variable = "DATABASE_URL", waitSeconds = 60, onWait } = options;
  const deadline = Date.now() + waitSeconds * 1000;
  for (let isFirst = true; ; isFirst = false) {
    const client = connection(databaseUrl);
    try {
      await client.connect();
      return;
    } catch (error) {
      const problem = connectionProblem(variable, databaseUrl, error);
      if (Date.now() > deadline || !isTemporary(error)) throw new Error(problem, { cause: error });
      if (isFirst) onWait?.(`${problem} Trying again for ${waitSeconds} s.`);
      await delay(500);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/**
 * True if the server is not there yet or is still starting. A wrong password or a missing database will not fix itself.
 */
function isTemporary(error: unknown): boolean {
  // A connection that times out or breaks has no code; the server's own refusals always have one.
  const code = (error as { code?: string }).code;
  return code === undefined || /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|57P0|53300)/.test(code);
}

async function main(): Promise<void> {
  const { DATABASE_URL: applicationUrl, DATABASE_MIGRATION_URL: ownerUrl } = process.env;
  const databaseUrl = ownerUrl || applicationUrl;
  if (!databaseUrl || !applicationUrl) {
    process.stderr.write("DATABASE_URL is not set. (npm start migrates the embedded database by itself.)\n");
    process.exit(2);
  }
  const outcome = await migrateDatabase({
    databaseUrl,
    applicationUrl,
    variable: ownerUrl ? "DATABASE_MIGRATION_URL" : "DATABASE_URL",
    folder: join(process.cwd(), "db/migrations"),
    onWait: (problem) => process.stderr.write(`${problem}\n`),
  });
  process.stdout.write(`The database is ${outcome}.\n`);
}

// `npm run db:migrate` and the container run this file; `npm start` imports it.
if (/db[/-]migrate\.(ts|mjs)$/.test(process.argv[1] ?? "")) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  });
}
