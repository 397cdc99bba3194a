import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ServerAccount } from "./account";
import type { PostgresBinaries } from "./binaries";

export const SUPERUSER = "samplemind";

export interface ClusterOptions {
  binaries: PostgresBinaries;
  account: ServerAccount;
  dataDirectory: string;
  password: string;
  /** Skips flushing the new files to disk. */
  unsafe?: boolean;
}

/** Makes the data directory unless it exists. It appears complete or not at all, even if this is killed halfway. */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  if (existsSync(join(options.dataDirectory, "PG_VERSION"))) return;
  const unfinished = `${options.dataDirectory}.unfinished`;
  const passwordFile = `${options.dataDirectory}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(dirname(options.dataDirectory), { recursive: true, mode: 0o711 });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (options.account.uid !== undefined && options.account.gid !== undefined) {
    chownSync(unfinished, options.account.uid, options.account.gid);
    chownSync(passwordFile, options.account.uid, options.account.gid);
  }
  try {
    await runInitdb(options, unfinished, passwordFile);
    renameSync(unfinished, options.dataDirectory);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initdbArguments(unsafe: boolean, directory: string, passwordFile: string): string[] {
  return [
    `--pgdata=${directory}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // The same sort order and case rules on every machine, whatever locales it has.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    ...(unsafe ? ["--no-sync"] : []),
  ];
}

function runInitdb(options: ClusterOptions, directory: string, passwordFile: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(options.binaries.initdb, initdbArguments(options.unsafe === true, directory, passwordFile), {
      ...options.account,
      cwd: dirname(options.binaries.postgres),
      env: serverEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-4000);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`The database could not be created (initdb).\n${output.trim()}`)),
    );
  });
}

/** The environment of Postgres programs: without the caller's PG… settings, in UTC, with messages in English. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C", TZ: "UTC", PGTZ: "UTC" };
  for (const name of Object.keys(environment)) {
    if (/^(PG(?!TZ)|LC_(?!ALL)|LANG|NODE_OPTIONS)/.test(name)) delete environment[name];
  }
  return environment;
}
