import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createConnection, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort } from "@/embedded/ports";
import { processIdentity } from "@/runtime/process-identity.mjs";
import { testPostgres } from "@/tests/factories/embedded-postgres";
import { RunningStart, survivors } from "@/tests/factories/running-start";

const folder = mkdtempSync(join(tmpdir(), "launcher-start-"));
const started: RunningStart[] = [];

function start(dataDirectory: string, env: Record<string, string> = {}): RunningStart {
  const run = new RunningStart(dataDirectory, env);
  started.push(run);
  return run;
}

async function health(address: string): Promise<{ status: string }> {
  return (await fetch(`${address}/api/health`)).json();
}

async function becomesHealthy(address: string): Promise<void> {
  await vi.waitFor(async () => expect(await health(address)).toMatchObject({ status: "ok" }), {
    timeout: 60_000,
    interval: 100,
  });
}

beforeAll(() => {
  // Root's temporary folders are private, and the database does not run as root.
  chmodSync(folder, 0o711);
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((run) => run.end("SIGTERM")));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("npm start", () => {
  const dataDirectory = join(folder, "first");

  it("prints the address and the demo account at the end of a first start, and the account only then", async () => {
    const first = start(dataDirectory, { PORT: String(await freePort()) });
    const address = await first.ready();
    const stages = [...first.output.matchAll(/^✓ (.+?) {2,}\d+\.\d s$/gm)].map(([, title]) => title);
    expect(stages).toEqual([
      "dependencies up to date",
      "build up to date",
      "database started",
      "database is set up",
      "executor started",
      "app started",
      "functions registered",
      "demo account created",
    ]);
    expect(first.output).toMatch(/Demo account: +\S+@\S+ +password: \S{12,}/);
    expect(await health(address)).toMatchObject({ status: "ok", database: "ok", storage: "ok", executor: "ok" });
    expect(statSync(join(dataDirectory, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(await first.end("SIGTERM")).toBe(0);

    const second = start(dataDirectory, { PORT: String(await freePort()) });
    await second.ready();
    expect(second.output).not.toContain("Demo account");
  });

  it("takes the next free port if the requested one is busy, and says so", async () => {
    const squatter: Server = createServer().listen(0, "127.0.0.1");
    await once(squatter, "listening");
    const port = (squatter.address() as { port: number }).port;
    try {
      const run = start(dataDirectory, { PORT: String(port) });
      const address = await run.ready();
      expect(Number(new URL(address).port)).toBeGreaterThan(port);
      expect(run.output).toContain(`port ${port} is busy, using ${new URL(address).port}`);
      await becomesHealthy(address);
    } finally {
      squatter.close();
    }
  });

  it("refuses a second start with the same data, and says where the first one runs", async () => {
    const address = await start(dataDirectory, { PORT: String(await freePort()) }).ready();
    const second = start(dataDirectory, { PORT: String(await freePort()) });
    const [code] = await once(second.child, "close");
    expect(code).toBe(1);
    expect(second.output).toContain(`already runs on ${dataDirectory}, at ${address}`);
    await becomesHealthy(address);
  });

  it("stops everything within five seconds of SIGTERM, even during a visitor's request", async () => {
    const run = start(dataDirectory, { PORT: String(await freePort()) });
    const address = await run.ready();
    const [runId, { database }] = [run.runId(), run.processes()];
    const { hostname, port } = new URL(address);
    const visitor = createConnection({ host: hostname, port: Number(port) });
    await once(visitor, "connect");
    visitor.on("error", () => {}).write("POST /api/health HTTP/1.1\r\nHost: samplemind\r\nContent-Length: 10\r\n\r\n");
    const startedMs = performance.now();
    expect(await run.end("SIGTERM")).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(5000);
    expect(survivors(runId, database)).toEqual([]);
    expect(existsSync(join(dataDirectory, "run.lock"))).toBe(false);
    visitor.destroy();
  });

  it("stops at once while it is still starting", async () => {
    const run = start(dataDirectory, { PORT: String(await freePort()) });
    await run.says("database started");
    const [runId, { database }] = [run.runId(), run.processes()];
    expect(await run.end("SIGINT")).toBe(0);
    expect(survivors(runId, database)).toEqual([]);
  });

  it("restarts the app, the executor and the database, each after it was killed", async () => {
    const run = start(dataDirectory, { PORT: String(await freePort()) });
    const address = await run.ready();
    const before = run.processes();
    for (const name of ["app", "executor", "database"] as const) {
      process.kill(before[name], "SIGKILL");
      await run.says(`the ${name} stopped (SIGKILL)`);
      await run.says(`the ${name} is back`);
    }
    await becomesHealthy(address);
    const after = run.processes();
    for (const name of ["app", "executor", "database"] as const) expect(after[name]).not.toBe(before[name]);
  });

  it("leaves no orphan if it is killed itself, and starts again", async () => {
    const run = start(dataDirectory, { PORT: String(await freePort()) });
    await run.ready();
    const [runId, { database }] = [run.runId(), run.processes()];
    await run.end("SIGKILL");
    const next = start(dataDirectory, { PORT: String(await freePort()) });
    await becomesHealthy(await next.ready());
    expect(survivors(runId, next.processes().database === database ? 0 : database)).toEqual([]);
  });

  it("starts again after everything was killed at once", async () => {
    const run = start(dataDirectory, { PORT: String(await freePort()) });
    await run.ready();
    const { app, executor, database } = run.processes();
    // A stopped child can neither notice its parent's end nor clean up, so the next start has to.
    process.kill(app, "SIGSTOP");
    for (const pid of [executor, database]) process.kill(pid, "SIGKILL");
    await run.end("SIGKILL");
    const next = start(dataDirectory, { PORT: String(await freePort()) });
    await becomesHealthy(await next.ready());
    expect(next.output).toContain("that the last run left");
    expect(processIdentity(app), "the old app lives on").toBeNull();
  });

  it("uses the database that DATABASE_URL names, and starts none", async () => {
    const { url } = await testPostgres().createDatabase({ migrated: false });
    const directory = join(folder, "external");
    const run = start(directory, { PORT: String(await freePort()), DATABASE_URL: url, SEED_DEMO: "0" });
    await becomesHealthy(await run.ready());
    expect(run.output).toContain("your database is set up");
    expect(existsSync(join(directory, "postgres"))).toBe(false);
    await run.end("SIGTERM");
    await testPostgres().stop();
  });
});
