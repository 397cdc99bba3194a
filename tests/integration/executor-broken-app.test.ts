import { createHash } from "node:crypto";
import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { connect } from "@/embedded/inngest/database";
import { startExecutor } from "@/embedded/inngest/executor";
import { createLog } from "@/embedded/inngest/log";
import { testPostgres } from "@/tests/factories/embedded-postgres";
import { runQueries, startBench, until } from "@/tests/factories/executor";

type Reply = (response: ServerResponse, request: IncomingMessage) => void;

const functionsOf = (url: string, extra: Record<string, unknown> = {}) => [
  {
    id: "app-fn",
    name: "fn",
    triggers: [{ event: "go" }],
    steps: { step: { id: "step", name: "step", runtime: { type: "http", url: `${url}?fnId=app-fn&stepId=step` } } },
    ...extra,
  },
];

/** An executor and, instead of the SDK, an app that answers calls as it likes. */
async function startHostileApp(reply: Reply) {
  const { url: databaseUrl } = await testPostgres().createDatabase({ migrated: false });
  const log = createLog("silent");
  const executor = await startExecutor({ port: 0, databaseUrl, keys: null, backoffScale: 0.002, log });
  let calls = 0;
  const app = http.createServer((request, response) => {
    calls += 1;
    request.resume();
    request.on("end", () => reply(response, request));
  });
  app.listen(0, "127.0.0.1");
  await once(app, "listening");
  const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}/serve`;
  const sql = connect(databaseUrl);
  onTestFinished(async () => {
    await executor.stop();
    app.closeAllConnections();
    app.close();
    await sql.end();
  });
  const register = (functions: unknown[], url = appUrl) =>
    fetch(`${executor.url}/fn/register`, {
      method: "POST",
      body: JSON.stringify({ appName: "app", url, sdk: "js:v4", functions }),
    });
  const send = () => fetch(`${executor.url}/e/x`, { method: "POST", body: JSON.stringify({ name: "go" }) });
  return { executorUrl: executor.url, appUrl, app, sql, register, send, calls: () => calls, ...runQueries(sql) };
}

/** Sends a POST with headers that fetch would not send. Returns the status. */
async function request(url: string, headers: Record<string, string>, body: string): Promise<number> {
  const outgoing = http.request(url, { method: "POST", headers, agent: false });
  outgoing.end(body);
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  response.resume();
  return response.statusCode ?? 0;
}

const id = createHash("sha1").update("x").digest("hex");
const ops = (...operations: unknown[]): Reply => json(206, operations);
const json = (status: number, body: unknown): Reply => {
  return (response) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

const unusable: Record<string, Reply> = {
  "HTML with status 200": (response) => response.writeHead(200).end("<html>hello"),
  "an error page": (response) => response.writeHead(500).end("<html>oops"),
  "a page that is not found": (response) => response.writeHead(404).end(),
  "a redirect": (response) => response.writeHead(302, { location: "/elsewhere" }).end(),
  "steps that are not a list": json(206, { id, op: "StepRun" }),
  "an empty list of steps": json(206, []),
  "steps without ids": ops({ op: "StepRun", data: 1 }),
  "a step whose id has a U+0000": ops({ id: "a\u0000b", op: "StepRun" }),
  "a thousand and one steps": json(
    206,
    Array.from({ length: 1001 }, (_, n) => ({ id: `s${n}`, op: "StepPlanned" })),
  ),
  "five megabytes": (response) => response.writeHead(200).end(`"${"x".repeat(5 * 1024 * 1024)}"`),
  "bytes that are not HTTP": (response) => response.socket?.end("?!\r\n\r\n"),
};

const final: Record<string, Reply> = {
  "an unknown step type": ops({ id, op: "Teleport" }),
  "a step type that is not supported": ops({ id, op: "AIGateway", opts: {} }),
  "a sleep until never": ops({ id, op: "Sleep", name: "whenever" }),
  "a wait with a malformed expression": ops({ id, op: "WaitForEvent", name: "e", opts: { if: "((", timeout: "1h" } }),
};

describe("an app that answers with", () => {
  for (const [what, reply] of Object.entries(unusable)) {
    it(`${what} fails that attempt`, async () => {
      const bench = await startHostileApp(reply);
      await bench.register(functionsOf(bench.appUrl));
      await bench.send();
      expect((await bench.finished("app-fn"))[0]).toMatchObject({ status: "failed" });
      expect(bench.calls()).toBe(4);
      expect((await fetch(`${bench.executorUrl}/health`)).status).toBe(200);
    });
  }

  for (const [what, reply] of Object.entries(final)) {
    it(`${what} fails the run for good, with a message`, async () => {
      const bench = await startHostileApp(reply);
      await bench.register(functionsOf(bench.appUrl));
      await bench.send();
      const [run] = await bench.finished("app-fn");
      expect(run).toMatchObject({ status: "failed", result: { name: "OperationError" } });
      expect(bench.calls()).toBe(1);
    });
  }

  it("a broken connection again and again fails in the end", async () => {
    const bench = await startHostileApp((response) => response.socket?.destroy());
    await bench.register(functionsOf(bench.appUrl));
    await bench.send();
    expect((await bench.finished("app-fn"))[0]).toMatchObject({
      status: "failed",
      result: { name: "ConnectionLostError" },
    });
    expect(bench.calls()).toBe(9);
  });
});

describe("an app that is away", () => {
  it("uses up none of a function's attempts, however long it is away", async () => {
    let away = true;
    const bench = await startHostileApp((response, request) => {
      if (away) response.writeHead(503).end();
      else json(200, "back")(response, request);
    });
    await bench.register(functionsOf(bench.appUrl));
    await bench.send();
    await until(async () => bench.calls() > 10);
    expect((await bench.runs())[0]?.status).toBe("running");
    away = false;
    expect((await bench.finished("app-fn"))[0]).toMatchObject({ status: "completed", result: "back" });
  });

  it("is called again when it is back", async () => {
    const bench = await startHostileApp(json(200, "back"));
    const { port } = bench.app.address() as AddressInfo;
    bench.app.close();
    await once(bench.app, "close");
    await bench.register(functionsOf(bench.appUrl));
    await bench.send();
    await until(async () => (await bench.sql`select 1 from queue where misses > 5`).length === 1);
    bench.app.listen(port, "127.0.0.1");
    expect((await bench.finished("app-fn"))[0]).toMatchObject({ status: "completed", result: "back" });
  });
});

describe("a page in a browser", () => {
  it("reaches nothing, neither directly nor by DNS rebinding", async () => {
    const { executorUrl, sql, register, appUrl } = await startHostileApp(json(200, null));
    await register(functionsOf(appUrl));
    const post = (headers: Record<string, string>) =>
      request(`${executorUrl}/e/x`, headers, JSON.stringify({ name: "go" }));
    expect(await post({ origin: "https://evil.example" })).toBe(403);
    expect(await post({ host: "evil.example:8288" })).toBe(403);
    expect(await post({ host: "localhost:8288" })).toBe(200);
    expect(await sql`select 1 from events where name = 'go'`).toHaveLength(1);
  });
});

describe("a registration", () => {
  it("with an unsupported setting is refused by name, and nothing of it is stored", async () => {
    const bench = await startHostileApp(json(200, null));
    const refusals: [Record<string, unknown>, string][] = [
      [{ teleport: { to: "mars" } }, "teleport"],
      [{ concurrency: [{ limit: 1, key: "event.data." }] }, "expression"],
      [{ triggers: [{ cron: "at noon" }] }, "cron"],
      [{ batchEvents: { maxSize: 0, timeout: "1s" } }, "batchEvents"],
      [{ debounce: { period: "soon" } }, "debounce"],
    ];
    for (const [setting, named] of refusals) {
      const answer = await bench.register(functionsOf(bench.appUrl, setting));
      expect(answer.status).toBe(400);
      expect((await answer.json()).error).toMatch(new RegExp(`app-fn.*${named}`));
    }
    expect(await bench.sql`select 1 from functions`).toHaveLength(0);
  });

  it("replaces what the app served before; events wait for the first registration", async () => {
    const bench = await startHostileApp(json(200, "done"));
    await bench.send();
    await bench.register(functionsOf(bench.appUrl));
    await bench.finished("app-fn");
    expect(await (await bench.register(functionsOf(bench.appUrl))).json()).toMatchObject({ ok: true, modified: false });
    const renamed = functionsOf(bench.appUrl, { id: "app-new" });
    expect(await (await bench.register(renamed)).json()).toMatchObject({ ok: true, modified: true });
    await bench.send();
    await bench.finished("app-new");
    expect(await bench.runs("app-fn")).toHaveLength(1);
  });

  it("of a changed app is picked up automatically", async () => {
    const bench = await startBench({
      functions: (client) => [client.createFunction({ id: "fn", triggers: { event: "go" } }, () => "first")],
    });
    const listed = async () => (await (await fetch(`${bench.executorUrl}/dev`)).json()).functions;
    await until(async () => (await listed()).length === 1);
    bench.serve([bench.client.createFunction({ id: "other", triggers: { event: "new" } }, () => "second")]);
    await until(async () => (await listed())[0].id === "app-other");
    await bench.client.send({ name: "new" });
    expect((await bench.finished("app-other"))[0]?.result).toBe("second");
  });
});
