import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import { freePort } from "@/embedded/ports";
import { databaseUrl } from "@/embedded/postgres/database";
import { startPostgres } from "@/embedded/postgres/server";

export interface TestDatabase {
  /** URL for the owner's role. */
  url: string;
  /** URL for the application's role, once the database is migrated. */
  applicationUrl: string;
}

export interface TestPostgres {
  /** URL of the server's own, empty database. */
  url: string;
  /** Creates a database for one test, with all migrations applied unless `migrated` is false. */
  createDatabase(options?: { migrated?: boolean }): Promise<TestDatabase>;
  /** Stops the server and removes its files. The next `startTestPostgres` starts another. */
  stop(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL("../../db/migrations", import.meta.url));
const TEMPLATE = "migrated_template";
/** Durability is off: tests need not survive a power cut. */
const FAST_SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

let running: Promise<TestPostgres> | undefined;

/** The real embedded Postgres on a free port in a temporary folder: one server per test file, one database per test. */
export function startTestPostgres(): Promise<TestPostgres> {
  running ??= launch();
  return running;
}

async function launch(): Promise<TestPostgres> {
  const directory = mkdtempSync(join(tmpdir(), "samplemind-postgres-"));
  // Root's temporary folders are private, and the server does not run as root.
  chmodSync(directory, 0o711);
  const password = randomBytes(12).toString("hex");
  const server = await startPostgres({ directory, port: await freePort(), password, settings: FAST_SETTINGS });
  const admin = postgres(databaseUrl(server.port, password, "postgres"), { max: 1, onnotice: () => {} });
  const named = (name: string): TestDatabase => ({
    url: databaseUrl(server.port, password, name),
    applicationUrl: `postgres://samplemind_app:${password}@127.0.0.1:${server.port}/${name}`,
  });
  let template: Promise<void> | undefined;
  let databases = 0;

  async function prepareTemplate(): Promise<void> {
    await admin`create database ${admin(TEMPLATE)}`;
    const { url, applicationUrl } = named(TEMPLATE);
    await migrateDatabase({ databaseUrl: url, applicationUrl, folder: MIGRATIONS });
  }

  return {
    url: server.url,
    async createDatabase({ migrated = true } = {}) {
      databases += 1;
      const name = `test_${databases}`;
      if (migrated) template ??= prepareTemplate();
      await template;
      await admin`create database ${admin(name)} template ${admin(migrated ? TEMPLATE : "template1")}`;
      return named(name);
    },
    async stop() {
      running = undefined;
      await admin.end({ timeout: 1 });
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
