import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { migrateDatabase } from "@/bench/processes/migrate-database";
import { freePort } from "@/embedded/ports";
import { databaseUrl } from "@/embedded/postgres/database";
import { startPostgres } from "@/embedded/postgres/server";

const READY_SECONDS = 60;

export interface Stack {
  databaseUrl: string;
  /** Where each process of the application answers. */
  origins: string[];
  stop(): Promise<void>;
}

/** Starts an empty database and `processes` production servers of the application on it, on this machine only. */
export async function startStack(processes: number): Promise<Stack> {
  const distDirectory = resolve(process.env.NEXT_DIST_DIR ?? ".next");
  if (!existsSync(join(distDirectory, "BUILD_ID"))) throw new Error(`no build in ${distDirectory}: npm run build`);
  const directory = mkdtempSync(join(tmpdir(), "samplemind-limits-"));
  chmodSync(directory, 0o711);
  const password = randomBytes(12).toString("hex");
  const server = await startPostgres({ directory: join(directory, "postgres"), port: await freePort(), password });
  const url = databaseUrl(server.port, password, "postgres");
  const secret = randomBytes(24).toString("hex");
  const apps: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(apps.map(endChild));
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await migrateDatabase(url);
    const origins: string[] = [];
    for (let index = 0; index < processes; index++) {
      const port = await freePort();
      const origin = `http://127.0.0.1:${port}`;
      apps.push(startApp(port, environment({ url, secret, origin, objects: join(directory, "objects") })));
      origins.push(origin);
    }
    await Promise.all(origins.map(untilReady));
    return { databaseUrl: url, origins, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function environment(at: { url: string; secret: string; origin: string; objects: string }): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: at.url,
    NEXTAUTH_SECRET: at.secret,
    S3_ENDPOINT: `${at.origin}/s3`,
    S3_PUBLIC_ENDPOINT: "/s3",
    S3_BUCKET: "samplemind",
    S3_ACCESS_KEY_ID: "limits",
    S3_SECRET_ACCESS_KEY: at.secret,
    EMBEDDED_S3_DIR: at.objects,
    // Nothing is uploaded, so no executor is needed; nothing listens on this port.
    INNGEST_BASE_URL: "http://127.0.0.1:9",
    INNGEST_DEV: "0",
    // The benchmark acts as the proxy and says which client each request comes from.
    TRUSTED_PROXY_HOPS: "1",
    LOG_LEVEL: "error",
  };
}

function startApp(port: number, env: NodeJS.ProcessEnv): ChildProcess {
  const next = resolve("node_modules/next/dist/bin/next");
  const args = [next, "start", "--hostname", "127.0.0.1", "--port", String(port)];
  return spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "close");
}

async function untilReady(origin: string): Promise<void> {
  const deadline = Date.now() + READY_SECONDS * 1000;
  for (;;) {
    const status = await fetch(`${origin}/api/auth/csrf`).then(
      (answer) => answer.status,
      () => null,
    );
    if (status === 200) return;
    if (Date.now() > deadline) throw new Error(`${origin} did not answer within ${READY_SECONDS} s`);
    await delay(200);
  }
}
