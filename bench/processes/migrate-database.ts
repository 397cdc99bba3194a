import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

/** Runs the migrations as an operator would. `applicationUrl`: for a role of fewer rights, which is created. */
export async function migrateDatabase(url: string, applicationUrl: string = url): Promise<void> {
  const env = { ...process.env, DATABASE_URL: applicationUrl, DATABASE_MIGRATION_URL: url };
  // What it prints belongs to no report.
  const stdio = ["ignore", process.stderr, process.stderr] as const;
  const child = spawn(process.execPath, [resolve("scripts/run.mjs"), "db/migrate.ts"], { env, stdio: [...stdio] });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error("the database could not be prepared");
}
