import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";
import { migrateDatabase } from "@/bench/processes/migrate-database";
import { freePort } from "@/embedded/ports";
import { databaseUrl } from "@/embedded/postgres/database";
import { startPostgres } from "@/embedded/postgres/server";

/** A program of our own that says on standard output when it is ready. */
class Program {
  #child: ChildProcess | null = null;

  constructor(
    readonly entry: string,
    readonly args: readonly string[],
    readonly variables: Record<string, string>,
  ) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, [resolve("scripts/run.mjs"), this.entry, ...this.args], {
      env: { ...process.env, ...this.variables },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#child = child;
    const ended = once(child, "close").then(([code]) => Promise.reject(new Error(`${this.entry} ended with ${code}`)));
    ended.catch(() => undefined);
    if (!child.stdout) throw new Error("no output");
    await Promise.race([once(createInterface(child.stdout), "line"), ended]);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
}

/** A whole installation without pages: Postgres, and the application and the executor, which can be killed. */
export interface Installation {
  /** Below it, folders can be imported. */
  directory: string;
  origin: string;
  sql: postgres.Sql;
  application: Program;
  executor: Program;
  stop(): Promise<void>;
}

const DATABASES = ["app", "executor"] as const;

/** @param port of the application; without it, a free one */
export async function startInstallation(port?: number): Promise<Installation> {
  const directory = mkdtempSync(join(tmpdir(), "samplemind-installation-"));
  // Root's temporary folders are private, and Postgres does not run as root.
  chmodSync(directory, 0o711);
  const password = randomBytes(12).toString("hex");
  const server = await startPostgres({ directory: join(directory, "postgres"), port: await freePort(), password });
  const urlOf = (name: string) => databaseUrl(server.port, password, name);
  const admin = postgres(urlOf("postgres"), { max: 1 });
  for (const name of DATABASES) await admin`create database ${admin(name)}`;
  await admin.end();
  const applicationUrl = Object.assign(new URL(urlOf("app")), { username: "samplemind_app" }).href;
  await migrateDatabase(urlOf("app"), applicationUrl);
  const [appPort, executorPort] = [port ?? (await freePort()), await freePort()];
  const origin = `http://127.0.0.1:${appPort}`;
  mkdirSync(join(directory, "imports"));
  const application = new Program("bench/library/import-application.ts", [], {
    NODE_ENV: "production",
    PORT: String(appPort),
    DATABASE_URL: applicationUrl,
    NEXTAUTH_SECRET: randomBytes(24).toString("hex"),
    S3_ENDPOINT: `${origin}/s3`,
    S3_BUCKET: "samplemind",
    S3_ACCESS_KEY_ID: "bench",
    S3_SECRET_ACCESS_KEY: randomBytes(24).toString("hex"),
    EMBEDDED_S3_DIR: join(directory, "s3"),
    INNGEST_BASE_URL: `http://127.0.0.1:${executorPort}`,
    INNGEST_SERVE_ORIGIN: origin,
    INNGEST_DEV: "1",
    IMPORT_DIRS: join(directory, "imports"),
    // What was lost with a kill is looked for soon.
    EXECUTOR_PATIENCE_SECONDS: "30",
    SIMILARITY_INDEX: "off",
    LOG_LEVEL: "error",
  });
  const executor = new Program(
    "embedded/inngest/main.ts",
    ["--dev", "--port", String(executorPort), "--app-url", `${origin}/api/inngest`],
    { DATABASE_URL: urlOf("executor"), LOG_LEVEL: "error" },
  );
  await application.start();
  await executor.start();
  const sql = postgres(urlOf("app"), { max: 2, onnotice: () => {} });
  return {
    ...{ directory: join(directory, "imports"), origin, sql, application, executor },
    async stop() {
      await Promise.all([application.kill(), executor.kill(), sql.end({ timeout: 1 })]);
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A person's browser, as far as the API can tell. */
export class Browser {
  private constructor(
    readonly origin: string,
    readonly cookie: string,
  ) {}

  static async of(origin: string): Promise<Browser> {
    const { cookie } = (await (await fetch(`${origin}/person`)).json()) as { cookie: string };
    return new Browser(origin, cookie);
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        origin: this.origin,
        "x-forwarded-proto": "http",
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return (text === "" ? null : (JSON.parse(text) as { data: T }).data) as T;
  }

  /** Begins to import the folder with this name below the allowed directory. */
  async importFolder(name: string): Promise<string> {
    const { folders } = await this.call<{ folders: { dir: string }[] }>("GET", "/imports/choices");
    const path = Buffer.from(name).toString("base64url");
    return (await this.call<{ id: string }>("POST", "/imports", { dir: folders[0]?.dir, path })).id;
  }
}
