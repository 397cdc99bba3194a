import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

export interface TestDatabase {
  /** URL for the owner's role. */
  url: string;
  /** URL for the application's role, once the database is migrated. */
  applicationUrl: string;
}

export interface TestPostgres {
  /** Creates a database for one test, with all migrations applied unless `migrated` is false. */
  createDatabase(options?: { migrated?: boolean }): Promise<TestDatabase>;
  /** Drops the databases that this test file made. */
  stop(): Promise<void>;
}

let connected: TestPostgres | undefined;

/** The real embedded Postgres that this run has started: one server for all test files, a database for each test. */
export function testPostgres(): TestPostgres {
  connected ??= connect();
  return connected;
}

const ofDatabase = (url: string, name: string) => Object.assign(new URL(url), { pathname: name }).href;

function connect(): TestPostgres {
  const template = inject("postgresTemplate");
  const admin = postgres(ofDatabase(template.url, "postgres"), { max: 1, onnotice: () => {} });
  const source = new URL(template.url).pathname.slice(1);
  const file = randomBytes(6).toString("hex");
  const names: string[] = [];
  return {
    async createDatabase({ migrated = true } = {}) {
      const name = `test_${file}_${names.length + 1}`;
      names.push(name);
      await admin`create database ${admin(name)} template ${admin(migrated ? source : "template1")}`;
      return { url: ofDatabase(template.url, name), applicationUrl: ofDatabase(template.applicationUrl, name) };
    },
    async stop() {
      connected = undefined;
      for (const name of names) await admin`drop database if exists ${admin(name)} with (force)`;
      await admin.end({ timeout: 1 });
    },
  };
}
