import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "inngest/node";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { connect, type Database } from "@/embedded/inngest/database";
import { startExecutor } from "@/embedded/inngest/executor";
import { createLog } from "@/embedded/inngest/log";
import { freePort } from "@/embedded/ports";
import { startPostgres } from "@/embedded/postgres/server";
import { bundle } from "@/scripts/bundle.mjs";
import { testPostgres } from "@/tests/factories/embedded-postgres";
import { createClient, type RunRecord, runQueries, until } from "@/tests/factories/executor";
import { Service } from "@/tests/factories/executor-process";
import { effectFunction, type Note } from "@/tests/fixtures/executor-app";

const runCount = 50;
const stepNames = ["first", "second", "left", "right", "last"];

type Effect = Parameters<Note>[0];

const bundles = { executor: "", app: "" };
beforeAll(async () => {
  bundles.executor = await bundle("embedded/inngest/main.ts");
  bundles.app = await bundle("tests/fixtures/executor-app.ts");
});

function executorCommand(port: number, databaseUrl: string, appUrl: string): string[] {
  const values = { port, "database-url": databaseUrl, "app-url": appUrl, "backoff-scale": 0.01 };
  return [
    bundles.executor,
    "--dev",
    ...Object.entries(values).flatMap(([name, value]) => [`--${name}`, String(value)]),
  ];
}

/** Starts executor and app as separate processes, with fifty runs in progress. */
async function startFiftyRuns() {
  const { url: databaseUrl } = await testPostgres().createDatabase({ migrated: false });
  const directory = mkdtempSync(join(tmpdir(), "samplemind-executor-"));
  const effectsFile = join(directory, "effects.jsonl");
  writeFileSync(effectsFile, "");
  const [executorPort, appPort] = [await freePort(), await freePort()];
  const executorUrl = `http://127.0.0.1:${executorPort}`;
  const executor = new Service(executorCommand(executorPort, databaseUrl, `http://127.0.0.1:${appPort}`));
  const app = new Service([bundles.app, String(appPort), executorUrl, effectsFile]);
  await Promise.all([executor.start(), app.start()]);
  const sql = connect(databaseUrl);
  onTestFinished(async () => {
    await sql.end();
    rmSync(directory, { recursive: true, force: true });
  });
  await createClient("app", executorUrl).send(goEvents());
  const effects = () => readEffects(effectsFile);
  const { finished } = runQueries(sql);
  return { executor, app, sql, finished, effects };
}

const goEvents = () => Array.from({ length: runCount }, (_, n) => ({ name: "go", data: { n } }));

function readEffects(file: string): Effect[] {
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Effect);
}

/** Checks that every run ended successfully and only once, and that no step ran again after its result was recorded. */
async function expectExactlyOnce(runs: RunRecord[], effects: Effect[], sql: Database): Promise<void> {
  expect(runs.map(({ status }) => status)).toEqual(Array(runCount).fill("completed"));
  const lastEffects = new Map(effects.map(({ run, step, id }) => [`${run} ${step}`, id]));
  for (const run of runs) {
    const recorded = run.result as Record<string, string>;
    expect(Object.keys(recorded)).toEqual(stepNames);
    for (const name of stepNames) expect(recorded[name]).toBe(lastEffects.get(`${run.id} ${name}`));
  }
  const ends = await sql<{ runs: number; ends: number }>`
    select count(distinct body::json -> 'data' ->> 'run_id')::int as runs, count(*)::int as ends
    from events where name = 'inngest/function.finished'`;
  expect(ends[0]).toEqual({ runs: runCount, ends: runCount });
  const [left] = await sql<{ calls: number; waits: number }>`
    select (select count(*)::int from queue) as calls, (select count(*)::int from waits) as waits`;
  expect(left).toEqual({ calls: 0, waits: 0 });
}

describe("fifty runs in progress", () => {
  it("each end exactly once when the executor is killed again and again", async () => {
    const { executor, sql, finished, effects } = await startFiftyRuns();
    for (const share of [0.2, 0.5, 0.8]) {
      await until(async () => effects().length > share * runCount * stepNames.length);
      await executor.kill();
      await executor.start();
    }
    await expectExactlyOnce(await finished("app-work", runCount), effects(), sql);
  });

  it("each end exactly once when the app is killed again and again", async () => {
    const { app, sql, finished, effects } = await startFiftyRuns();
    for (const share of [0.2, 0.5, 0.8]) {
      await until(async () => effects().length > share * runCount * stepNames.length);
      await app.kill();
      await app.start();
    }
    await expectExactlyOnce(await finished("app-work", runCount), effects(), sql);
  });

  it("are continued at once by the next executor when one is told to stop", async () => {
    const { executor, sql, finished, effects } = await startFiftyRuns();
    await until(async () => effects().length > runCount);
    const stoppedMs = Date.now();
    expect(await executor.kill("SIGTERM")).toBe(0);
    expect(Date.now() - stoppedMs).toBeLessThan(4000);
    expect(await sql`select 1 from queue where lease_owner is not null`).toHaveLength(0);
    await executor.start();
    await expectExactlyOnce(await finished("app-work", runCount), effects(), sql);
  });

  it("each end exactly once when Postgres is killed, and events sent meanwhile are refused with 503", async () => {
    const directory = mkdtempSync(join(tmpdir(), "samplemind-executor-"));
    const options = { directory, port: await freePort(), password: "pw" };
    let server = await startPostgres(options);
    const app = http.createServer((request, response) => void handler(request, response));
    app.listen(0, "127.0.0.1");
    await once(app, "listening");
    const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
    const log = createLog("silent");
    const executor = await startExecutor({
      port: 0,
      databaseUrl: server.url,
      appUrl,
      keys: null,
      backoffScale: 0.01,
      log,
    });
    const effects: Effect[] = [];
    const client = createClient("app", executor.url);
    const handler = serve({ client, functions: [effectFunction(client, (effect) => effects.push(effect))] });
    const sql = connect(server.url);
    onTestFinished(async () => {
      await executor.stop();
      app.closeAllConnections();
      app.close();
      await sql.end();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    });

    await client.send(goEvents());
    await until(async () => effects.length > runCount);
    process.kill(server.pid, "SIGKILL");
    await server.exited;
    const refused = await fetch(`${executor.url}/e/any`, { method: "POST", body: JSON.stringify({ name: "go" }) });
    expect(refused.status).toBe(503);
    expect((await fetch(`${executor.url}/health`)).status).toBe(503);
    server = await startPostgres(options);
    await until(async () => (await fetch(`${executor.url}/health`)).status === 200);
    await expectExactlyOnce(await runQueries(sql).finished("app-work", runCount), effects, sql);
  });
});
