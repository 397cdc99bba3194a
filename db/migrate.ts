import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { grantApplicationRole } from "./application-role";

/** Any number, as long as every migrating process uses the same. */
const ADVISORY_LOCK = 7_267_623;

export interface MigrateOptions {
  databaseUrl: string;
  /** The application's own connection, if it should have fewer rights than the owner that migrates. */
  applicationUrl?: string | undefined;
  /** Folder of the SQL files. Defaults to `db/migrations` in the working directory. */
  folder?: string;
  /** How long to wait for a database that does not answer yet. */
  waitSeconds?: number;
}

/** For messages: "The database is set up." */
export type MigrationOutcome = "set up" | "up to date";

/**
 * Brings the schema up to date, or sets it up in an empty database. Several processes may do so at once; they take turns.
 * @throws if the database does not answer within `waitSeconds`, or a migration fails.
 */
export async function migrateDatabase(options: MigrateOptions): Promise<MigrationOutcome> {
  const { databaseUrl, applicationUrl, folder, waitSeconds = 60 } = options;
  await waitForDatabase(databaseUrl, waitSeconds);
  const client = connection(databaseUrl);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [ADVISORY_LOCK]);
    const wasEmpty = await isEmpty(client);
    await migrate(drizzle(client), { migrationsFolder: folder ?? resolve("db/migrations") });
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

async function waitForDatabase(databaseUrl: string, waitSeconds: number): Promise<void> {
  const deadline = Date.now() + waitSeconds * 1000;
  for (;;) {
    const client = connection(databaseUrl);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline || !isTemporary(error)) throw error;
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
  const folder = join(process.cwd(), "db/migrations");
  process.stdout.write(`The database is ${await migrateDatabase({ databaseUrl, applicationUrl, folder })}.\n`);
}

// `npm run db:migrate` and the container run this file; `npm start` imports it.
if (/db[/-]migrate\.(ts|mjs)$/.test(process.argv[1] ?? "")) {
  main().catch((error: unknown) => {
    process.stderr.write(`${(error as Error).stack ?? error}\n`);
    process.exit(1);
  });
}
