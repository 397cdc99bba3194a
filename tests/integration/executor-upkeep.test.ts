import { describe, expect, it } from "vitest";
import { sweep } from "@/embedded/inngest/retention";
import { startBench, until } from "@/tests/factories/executor";

async function startWithHistory() {
  const bench = await startBench({
    functions: (client) => [
      client.createFunction({ id: "done", triggers: { event: "go" } }, ({ event }) => event.data.n),
      client.createFunction({ id: "open", triggers: { event: "go" } }, async ({ step }) =>
        step.waitForEvent("never", { event: "never", timeout: "30d" }),
      ),
    ],
  });
  await bench.client.send([1, 2].map((n) => ({ id: `order-${n}`, name: "go", data: { n } })));
  await bench.finished("app-done", 2);
  await until(async () => (await bench.sql`select 1 from waits`).length === 2);
  await until(async () => (await bench.sql`select 1 from events where routed_at is null`).length === 0);
  return bench;
}

describe("finished runs and old events", () => {
  it("are swept after their time; current and recent ones stay", async () => {
    const { sql, runs } = await startWithHistory();
    expect(await sweep(sql, 7)).toEqual({ runs: 0, events: 0 });
    const [oldest] = await runs("app-done");
    await sql`update runs set finished_at = finished_at - interval '8 days' where id = ${oldest?.id}`;
    await sql`update events set received_at = received_at - interval '8 days' where name = 'go'`;
    await sql`update event_dedupe set expires_at = now() - interval '1 second'`;
    expect(await sweep(sql, 7)).toEqual({ runs: 1, events: 2 });
    expect((await runs()).map(({ function_id }) => function_id).sort()).toEqual(["app-done", "app-open", "app-open"]);
    expect(await sql`select 1 from event_dedupe`).toHaveLength(0);
    expect(await sql`select 1 from waits`).toHaveLength(2);
  });

  it("can be listed by state and function, newest first", async () => {
    const bench = await startWithHistory();
    const list = async (query: string) => (await (await fetch(`${bench.executorUrl}/v1/runs?${query}`)).json()).data;
    expect((await list("")).length).toBe(4);
    expect(await list("status=completed")).toMatchObject([
      { function_id: "app-done", status: "completed", output: 2 },
      { function_id: "app-done", status: "completed", output: 1 },
    ]);
    expect(await list("status=running&function=app-open&limit=1")).toMatchObject([
      { function_id: "app-open", output: null },
    ]);
    expect(await list("status=nonsense")).toEqual([]);
  });
});
