import { describe, expect, it } from "vitest";
import { startBench, until } from "@/tests/factories/executor";

function send(url: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${url}/e/any`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers,
  });
}

describe("events", () => {
  it("resume a run that waits for a matching one", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "waiter", triggers: { event: "go" } }, async ({ step }) => {
          const answer = await step.waitForEvent("answer", { event: "answer", timeout: "1h", match: "data.id" });
          return answer;
        }),
      ],
    });
    await bench.client.send({ name: "go", data: { id: "a" } });
    await until(async () => (await bench.sql`select 1 from waits`).length === 1);
    await bench.client.send([
      { name: "other", data: { id: "a" } },
      { name: "answer", data: { id: "b" } },
      { name: "answer", data: {} },
      { name: "answer", data: { id: "a", text: "yes" } },
    ]);
    const [run] = await bench.finished("app-waiter");
    expect(run).toMatchObject({ status: "completed", result: { name: "answer", data: { id: "a", text: "yes" } } });
  });

  it("that do not come in time leave the run with null", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "waiter", triggers: { event: "go" } }, async ({ step }) => {
          const answer = await step.waitForEvent("answer", {
            event: "answer",
            timeout: "1s",
            if: "async.data.ok == true",
          });
          return { answer };
        }),
      ],
    });
    await bench.client.send({ name: "go" });
    await until(async () => (await bench.sql`select 1 from waits`).length === 1);
    await bench.client.send({ name: "answer", data: { ok: false } });
    expect((await bench.finished("app-waiter"))[0]).toMatchObject({ status: "completed", result: { answer: null } });
  });

  it("cancel only the runs that cancelOn names", async () => {
    let steps = 0;
    const bench = await startBench({
      functions: (client) => [
        client.createFunction(
          {
            id: "job",
            triggers: { event: "go" },
            cancelOn: [{ event: "stop", if: "event.data.id == async.data.id" }],
          },
          async ({ event, step }) => {
            await step.waitForEvent("release", { event: "release", timeout: "1h" });
            await step.run("after", () => {
              steps += 1;
            });
            return event.data.id;
          },
        ),
        client.createFunction(
          { id: "told", triggers: { event: "inngest/function.cancelled" } },
          ({ event }) => event.data.run_id,
        ),
      ],
    });
    await bench.client.send([
      { name: "go", data: { id: 1 } },
      { name: "go", data: { id: 2 } },
    ]);
    await until(async () => (await bench.sql`select 1 from waits`).length === 2);
    await bench.client.send({ name: "stop", data: { id: 1 } });
    await bench.client.send({ name: "release" });
    const [first, second] = await bench.finished("app-job", 2);
    expect(first).toMatchObject({ status: "cancelled" });
    expect(second).toMatchObject({ status: "completed", result: 2 });
    expect(steps).toBe(1);
    expect((await bench.finished("app-told"))[0]?.result).toBe(first?.id);
  });

  it("with the same idempotency key start a function once", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction(
          { id: "once", triggers: { event: "go" }, idempotency: "event.data.order" },
          ({ event }) => event.data.n,
        ),
        client.createFunction({ id: "each", triggers: { event: "go" } }, () => null),
      ],
    });
    await bench.client.send([1, 2, 3].map((n) => ({ name: "go", data: { order: n === 3 ? "y" : "x", n } })));
    await bench.finished("app-each", 3);
    expect((await bench.finished("app-once", 2)).map(({ result }) => result)).toEqual([1, 3]);
  });

  it("count once if they have the same id or are sent again", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "count", triggers: { event: "go" } }, ({ event }) => event.id),
      ],
    });
    const first = await bench.client.send([
      { id: "order-1", name: "go" },
      { id: "order-1", name: "go" },
    ]);
    const second = await bench.client.send({ id: "order-1", name: "go" });
    expect(new Set([...first.ids, ...second.ids]).size).toBe(1);

    const seed = { "x-inngest-event-id-seed": "1700000000000,AAAAAAAAAAAAAA==" };
    const body = [{ name: "go" }, { name: "go" }];
    const [once, again] = await Promise.all([send(bench.executorUrl, body, seed), send(bench.executorUrl, body, seed)]);
    const answers = [await once.json(), await again.json()];
    expect(answers[0]).toEqual(answers[1]);
    expect(new Set(answers[0].ids).size).toBe(2);

    await bench.finished("app-count", 3);
    await bench.client.send({ id: "last", name: "go" });
    const runs = await bench.finished("app-count", 4);
    expect(runs.map(({ result }) => result)).toEqual(["order-1", ...answers[0].ids, "last"]);
  });

  it("are batched by key; full batches are sent at once, others when the time is up", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction(
          { id: "bulk", triggers: { event: "go" }, batchEvents: { maxSize: 3, timeout: "1s", key: "event.data.user" } },
          ({ events }) =>
            events.map(({ data }: { data: { user: string; n: number } }) => `${data.user}${data.n}`).join(),
        ),
      ],
    });
    const users = ["a", "a", "b", "a", "a"];
    await bench.client.send(users.map((user, n) => ({ name: "go", data: { user, n } })));
    const results = (await bench.finished("app-bulk", 3)).map(({ result }) => result);
    expect(results[0]).toBe("a0,a1,a3");
    expect(results.slice(1).sort()).toEqual(["a4", "b2"]);
  });

  it("that come in quick succession are debounced to the last", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction(
          { id: "calm", triggers: { event: "go" }, debounce: { period: "1s", key: "event.data.user" } },
          ({ event }) => `${event.data.user}${event.data.n}`,
        ),
      ],
    });
    await bench.client.send(["a", "b", "a", "a"].map((user, n) => ({ name: "go", data: { user, n } })));
    const results = (await bench.finished("app-calm", 2)).map(({ result }) => result);
    expect(results.sort()).toEqual(["a3", "b1"]);
    expect(await bench.runs()).toHaveLength(2);
  });

  it("start only functions whose expression matches, and those that name a family of events", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction(
          { id: "big", triggers: { event: "item/made", if: "event.data.size > 5" } },
          ({ event }) => event.data.size,
        ),
        client.createFunction({ id: "family", triggers: { event: "item/*" } }, ({ event }) => event.name),
      ],
    });
    await bench.client.send([
      { name: "item/made", data: { size: 3 } },
      { name: "item/made", data: {} },
      { name: "item/made", data: { size: 9 } },
      { name: "item/lost" },
    ]);
    await bench.finished("app-family", 4);
    expect((await bench.finished("app-big")).map(({ result }) => result)).toEqual([9]);
  });

  it("with a future date start their functions then", async () => {
    const bench = await startBench({
      functions: (client) => [client.createFunction({ id: "later", triggers: { event: "go" } }, () => Date.now())],
    });
    const ts = Date.now() + 1500;
    await bench.client.send({ name: "go", ts });
    expect((await bench.finished("app-later"))[0]?.result).toBeGreaterThanOrEqual(ts);
  });

  it("that are malformed or use a reserved name are refused", async () => {
    const bench = await startBench({
      functions: (client) => [client.createFunction({ id: "any", triggers: { event: "*" } }, () => null)],
    });
    const bad = [
      "not JSON",
      { data: {} },
      { name: "" },
      { name: "inngest/function.finished" },
      [{ name: "go" }, { name: 5 }],
    ];
    for (const body of bad) expect((await send(bench.executorUrl, body)).status).toBe(400);
    expect((await send(bench.executorUrl, [{ name: "go", data: "x".repeat(17 * 1024 * 1024) }])).status).toBe(413);
    await bench.client.send({ name: "go" });
    await bench.finished("app-any");
    expect(await bench.sql`select name from events where name not like 'inngest/%'`).toHaveLength(1);
  });
});
