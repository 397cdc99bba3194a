import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { PostgresStartError, startPostgres } from "./server";

const USAGE = "usage: npm run embedded:postgres -- --dir DIRECTORY --port PORT\n";

function readArguments(): { directory: string; port: number } {
  try {
    const { values } = parseArgs({ options: { dir: { type: "string" }, port: { type: "string" } } });
    const port = Number(values.port);
    if (values.dir && Number.isInteger(port) && port > 0 && port < 65_536) {
      return { directory: resolve(values.dir), port };
    }
  } catch {
    // An unknown option gets the same answer as a missing one.
  }
  process.stderr.write(USAGE);
  process.exit(2);
}

/** PGPASSWORD, or the password that `npm start` made for this directory, or one of its own, kept beside the data. */
function passwordFor(directory: string): string {
  if (process.env.PGPASSWORD) return process.env.PGPASSWORD;
  const secrets = join(dirname(directory), "secrets.json");
  if (existsSync(secrets)) {
    const { postgresPassword } = JSON.parse(readFileSync(secrets, "utf8"));
    if (typeof postgresPassword === "string") return postgresPassword;
  }
  const file = join(directory, "password");
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

async function main(): Promise<void> {
  const { directory, port } = readArguments();
  const server = await startPostgres({
    directory,
    port,
    password: passwordFor(directory),
    notice: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`${server.url}\n`);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  // The server does not keep this process running, so something else must.
  const keepAlive = setInterval(() => {}, 60_000);
  await server.exited;
  clearInterval(keepAlive);
  if (stopping) return;
  process.stderr.write(`Postgres stopped by itself; its log is ${join(directory, "postgres.log")}\n`);
  process.exit(1);
}

main().catch((error: unknown) => {
  const expected = error instanceof PostgresStartError;
  process.stderr.write(`${expected ? error.message : ((error as Error).stack ?? error)}\n`);
  process.exit(1);
});
