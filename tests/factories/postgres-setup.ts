import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/db/migrate";
import { freePort } from "@/embedded/ports";
import { databaseUrl } from "@/embedded/postgres/database";
import { startPostgres } from "@/embedded/postgres/server";

/** The server that all integration tests of a run share, told by a database with all migrations applied. */
export interface MigratedTemplate {
  /** As the owner of the tables. */
  url: string;
  /** As the application signs in. */
  applicationUrl: string;
}

declare module "vitest" {
  interface ProvidedContext {
    postgresTemplate: MigratedTemplate;
  }
}

const TEMPLATE = "migrated_template";
/** Nothing that a test wrote has to survive a power cut, and no database lives long enough to need a vacuum. */
const FAST_SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_connections: "200",
};

/** Starts the real embedded Postgres once per run, on a free port and in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), "samplemind-postgres-"));
  // Root's temporary folders are private, and the server does not run as root.
  chmodSync(directory, 0o711);
  const password = randomBytes(12).toString("hex");
  const server = await startPostgres({ directory, port: await freePort(), password, settings: FAST_SETTINGS });
  project.provide("postgresTemplate", await migrateTemplate(server.port, password));
  return async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}

async function migrateTemplate(port: number, password: string): Promise<MigratedTemplate> {
  const admin = postgres(databaseUrl(port, password, "postgres"), { max: 1, onnotice: () => {} });
  await admin`create database ${admin(TEMPLATE)}`;
  await admin.end();
  const url = databaseUrl(port, password, TEMPLATE);
  const applicationUrl = Object.assign(new URL(url), { username: "samplemind_app" }).href;
  await migrateDatabase({ databaseUrl: url, applicationUrl });
  return { url, applicationUrl };
}
