import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Any number will do, as long as every process that migrates takes the same one. */
const ADVISORY_LOCK = 7_267_623;

export interface MigrateOptions {
  databaseUrl: string;
  /** Folder of the SQL files; `db/migrations` of the working directory when left out. */
  folder?: string;
  /** How long to wait for a database that does not answer yet. */
  waitSeconds?: number;
}

/**
 * Brings the schema up to date. Several processes may do so at once: they take turns.
 * @throws when the database does not answer within `waitSeconds`, or when a migration fails.
 */
export async function migrateDatabase({ databaseUrl, folder, waitSeconds = 60 }: MigrateOptions): Promise<void> {
  await waitForDatabase(databaseUrl, waitSeconds);
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${ADVISORY_LOCK})`;
    await migrate(drizzle(sql), { migrationsFolder: folder ?? resolve("db/migrations") });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function waitForDatabase(databaseUrl: string, waitSeconds: number): Promise<void> {
  const deadline = Date.now() + waitSeconds * 1000;
  for (;;) {
    const sql = postgres(databaseUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (Date.now() > deadline || !isTemporary(error)) throw error;
      await delay(500);
    } finally {
      await sql.end({ timeout: 1 }).catch(() => {});
    }
  }
}

/** A server that is not there yet, or is starting; a wrong password or a missing database will not mend itself. */
function isTemporary(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? "";
  return /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|CONNECT|CONNECTION_|57P0|53300)/.test(code);
}

async function main(): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) {
    process.stderr.write("DATABASE_URL is not set: npm start migrates the embedded database by itself.\n");
    process.exit(2);
  }
  await migrateDatabase({ databaseUrl, folder: join(process.cwd(), "db/migrations") });
  process.stdout.write("The database is up to date.\n");
}

// `scripts/run.mjs db/migrate.ts` runs this file; everyone else imports it.
if (process.argv[1] === "db/migrate.ts") {
  main().catch((error: unknown) => {
    process.stderr.write(`${(error as Error).stack ?? error}\n`);
    process.exit(1);
  });
}
