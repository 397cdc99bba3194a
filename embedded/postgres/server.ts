import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from "node:fs";
import { totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type ServerAccount, serverAccount } from "./account";
import { ensureCluster, serverEnvironment } from "./cluster";
import { askServer, createDatabase, databaseUrl } from "./database";
import { type Placement, place } from "./placement";
import { isServerOf, readPostmasterFile, removeStalePostmasterFile } from "./postmaster-file";
import { startGuard } from "./server-guard";
import { stopServer } from "./server-stop";

export interface PostgresOptions {
  /** The server's folder: its data, and its log unless `logFile` names another place. */
  directory: string;
  port: number;
  password: string;
  logFile?: string;
  /** Settings that replace the defaults, such as `fsync: "off"` for tests. */
  settings?: Record<string, string>;
  /** Called with each line that the person at the terminal should read. */
  notice?: (line: string) => void;
}

export interface RunningPostgres {
  url: string;
  port: number;
  pid: number;
  /** True if the server was already running on this data directory. */
  adopted: boolean;
  /** Resolves with how the server ended, once it is gone. */
  exited: Promise<string>;
  /** Fast shutdown. Resolves when the process is gone. */
  stop(): Promise<void>;
}

export class PostgresStartError extends Error {
  override readonly name = "PostgresStartError";

  constructor(
    readonly reason: "port_in_use" | "wrong_password" | "failed",
    message: string,
  ) {
    super(message);
  }
}

/** Recovery after a crash replays the log first, which can take a while. */
const START_SECONDS = 120;
const POLL_MS = 25;

interface Launch extends Placement {
  options: PostgresOptions;
  account: ServerAccount;
  logFile: string;
}

/**
 * Starts Postgres on 127.0.0.1 with its data under `directory`. The first start creates cluster and database. A server
 * that already runs there is taken over.
 * @throws PostgresStartError with the last lines of its log, if it does not come up.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const directory = resolve(options.directory);
  const account = serverAccount();
  const placement = place(directory, account, options.notice ?? (() => {}));
  const logFile = options.logFile ?? join(directory, "postgres.log");
  mkdirSync(dirname(logFile), { recursive: true });
  await ensureCluster({
    ...placement,
    account,
    password: options.password,
    unsafe: options.settings?.fsync === "off",
  });
  return bringUp({ ...placement, account, logFile, options });
}

async function bringUp(launch: Launch): Promise<RunningPostgres> {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline) {
    const file = readPostmasterFile(launch.dataDirectory);
    if (file && isServerOf(file.pid, launch.dataDirectory)) {
      if (await answers(launch, file.port)) return running(launch, file.port, file.pid, true);
    } else {
      removeStalePostmasterFile(launch.dataDirectory);
      const child = await launchServer(launch, deadline);
      if (child?.pid) return running(launch, launch.options.port, child.pid, false, child);
    }
    await delay(POLL_MS * 4);
  }
  throw new PostgresStartError("failed", `Postgres did not become ready within ${START_SECONDS} s.`);
}

async function answers(launch: Launch, port: number): Promise<boolean> {
  const { password } = launch.options;
  const answer = await askServer(databaseUrl(port, password), launch.dataDirectory);
  if (answer === "wrong_password") {
    throw new PostgresStartError(
      "wrong_password",
      `The database in ${launch.dataDirectory} was created with a different password from the one given.`,
    );
  }
  if (answer === "no_database") await createDatabase(port, password);
  return answer !== "not_ready";
}

/** One attempt: the child once it answers, or null if the remains of an earlier server still hold the data. */
async function launchServer(launch: Launch, deadline: number): Promise<ChildProcess | null> {
  const log = openSync(launch.logFile, "a");
  const logStartBytes = statSync(launch.logFile).size;
  const child = spawnServer(launch, log);
  closeSync(log);
  const dismissGuard = startGuard(launch.binaries, launch.account, launch.dataDirectory);
  child.once("exit", dismissGuard).once("error", dismissGuard);
  let spawnError: Error | undefined;
  child.once("error", (error) => {
    spawnError = error;
  });
  while (Date.now() < deadline) {
    await delay(POLL_MS);
    if (spawnError) throw spawnError;
    if (child.exitCode !== null || child.signalCode !== null) {
      return explainExit(readFileSync(launch.logFile).subarray(logStartBytes).toString("utf8"));
    }
    const file = readPostmasterFile(launch.dataDirectory);
    if (file?.pid === child.pid && file?.status === "ready") {
      try {
        if (await answers(launch, launch.options.port)) return child;
      } catch (error) {
        child.kill("SIGINT");
        throw error;
      }
    }
  }
  child.kill("SIGQUIT");
  return null;
}

function explainExit(output: string): null {
  if (/pre-existing shared memory block|lock file .* already exists/.test(output)) return null;
  const inUse = /could not bind .*(in use|only one usage)|could not create any TCP\/IP sockets/i.test(output);
  const lines = output.trim().split("\n").slice(-12).join("\n");
  throw new PostgresStartError(inUse ? "port_in_use" : "failed", `Postgres did not start.\n${lines}`);
}

/**
 * A sixteenth of the memory that this machine or container has, as the application and the index of sounds need most of
 * it. Less than what Postgres has unless told is never of use, and pages beyond a gigabyte are as well in the system's
 * own cache.
 */
function sharedMegabytes(): number {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.min(1024, Math.max(128, Math.floor(memory / 16 / 1024 ** 2)));
}

function spawnServer({ binaries, account, dataDirectory, options }: Launch, log: number): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    // Without the details, which quote the values of rows.
    log_error_verbosity: "terse",
    fsync: "on",
    shared_buffers: `${sharedMegabytes()}MB`,
    // The data is on an SSD or in memory: a page costs hardly more than the next one.
    random_page_cost: "1.1",
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return spawn(binaries.postgres, ["-D", dataDirectory, "-p", String(options.port), ...flags], {
    ...account,
    cwd: binaries.root,
    // Ctrl-C in a terminal reaches every process of the group, but the owner must stop this one last.
    detached: process.platform !== "win32",
    env: serverEnvironment(),
    stdio: ["ignore", log, log],
    windowsHide: true,
  });
}

function running(launch: Launch, port: number, pid: number, adopted: boolean, child?: ChildProcess): RunningPostgres {
  const { binaries, account, dataDirectory } = launch;
  const exited = child ? childExit(child) : strangerExit(pid, dataDirectory);
  if (!child) void exited.then(startGuard(binaries, account, dataDirectory));
  child?.unref();
  return {
    url: databaseUrl(port, launch.options.password),
    port,
    pid,
    adopted,
    exited,
    stop: () => stopServer({ pid, binaries, account, dataDirectory, exited }),
  };
}

function childExit(child: ChildProcess): Promise<string> {
  const word = (code: number | null, signal: NodeJS.Signals | null) => signal ?? `exit code ${code}`;
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(word(child.exitCode, child.signalCode));
  }
  return new Promise((done) => child.once("exit", (code, signal) => done(word(code, signal))));
}

/** A server that is not our child does not tell us how it ended, only that it is gone. */
async function strangerExit(pid: number, dataDirectory: string): Promise<string> {
  while (isServerOf(pid, dataDirectory)) await delay(200, undefined, { ref: false });
  return "it is gone";
}
