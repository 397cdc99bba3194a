import { describe, expect, it } from "vitest";
import { startBench, until } from "@/tests/factories/executor";

/** Counts how many run at once, by key, and holds each until it is released. */
class Gauge {
  readonly highest = new Map<string, number>();
  readonly now = new Map<string, number>();

  async hold(key: string, until: Promise<unknown>): Promise<void> {
    this.now.set(key, (this.now.get(key) ?? 0) + 1);
    this.highest.set(key, Math.max(this.highest.get(key) ?? 0, this.now.get(key) ?? 0));
    await until;
    this.now.set(key, (this.now.get(key) ?? 0) - 1);
  }
}

function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe("concurrency", () => {
  it("is limited for each key, so that one user's backlog does not delay another's", async () => {
    const gauge = new Gauge();
    const { opened, open } = gate();
    const bench = await startBench({
      functions: (client) => [
        client.createFunction(
          { id: "work", triggers: { event: "go" }, concurrency: [{ limit: 2, key: "event.data.user" }, { limit: 5 }] },
          async ({ event }) => {
            await gauge.hold("all", gauge.hold(event.data.user, opened));
            return event.data.user;
          },
        ),
      ],
    });
    const backlog = Array.from({ length: 80 }, () => ({ name: "go", data: { user: "busy" } }));
    await bench.client.send([...backlog, { name: "go", data: { user: "late" } }]);
    await until(async () => gauge.now.get("late") === 1 && gauge.now.get("busy") === 2);
    const others = ["c", "d", "e"].map((user) => ({ name: "go", data: { user } }));
    await bench.client.send(others);
    await until(async () => gauge.now.get("all") === 5);
    open();
    await bench.finished("app-work", 84);
    expect(gauge.highest.get("busy")).toBe(2);
    expect(gauge.highest.get("all")).toBe(5);
  });

  it("is shared by functions with the same key across the account", async () => {
    const gauge = new Gauge();
    const { opened, open } = gate();
    const concurrency = { scope: "account", key: `"disk"`, limit: 1 } as const;
    const bench = await startBench({
      functions: (client) =>
        ["one", "two"].map((id) =>
          client.createFunction({ id, triggers: { event: "go" }, concurrency }, () => gauge.hold("disk", opened)),
        ),
    });
    await bench.client.send([{ name: "go" }, { name: "go" }]);
    await until(async () => gauge.now.get("disk") === 1);
    open();
    await bench.finished("app-one", 2);
    await bench.finished("app-two", 2);
    expect(gauge.highest.get("disk")).toBe(1);
  });

  it("is not used up by runs that sleep or wait", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "work", triggers: { event: "go" }, concurrency: 1 }, async ({ event, step }) => {
          if (event.data.wait) await step.waitForEvent("release", { event: "release", timeout: "1h" });
          return event.data.wait;
        }),
      ],
    });
    await bench.client.send([
      { name: "go", data: { wait: true } },
      { name: "go", data: { wait: false } },
    ]);
    expect((await bench.finished("app-work"))[0]?.result).toBe(false);
    await bench.client.send({ name: "release" });
    await bench.finished("app-work", 2);
  });
});

describe("flow control", () => {
  it("drops events beyond a rate limit", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction(
          { id: "few", triggers: { event: "go" }, rateLimit: { limit: 2, period: "1h", key: "event.data.user" } },
          ({ event }) => event.data.user,
        ),
        client.createFunction({ id: "all", triggers: { event: "go" } }, () => null),
      ],
    });
    await bench.client.send(["a", "a", "a", "b", "a"].map((user) => ({ name: "go", data: { user } })));
    await bench.finished("app-all", 5);
    const users = (await bench.finished("app-few", 3)).map(({ result }) => result);
    expect(users.sort()).toEqual(["a", "a", "b"]);
  });

  it("spreads starts over a throttle's period", async () => {
    const startsMs: number[] = [];
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "slow", triggers: { event: "go" }, throttle: { limit: 2, period: "1s" } }, () => {
          startsMs.push(Date.now());
        }),
      ],
    });
    const sentMs = Date.now();
    await bench.client.send([{ name: "go" }, { name: "go" }, { name: "go" }]);
    await bench.finished("app-slow", 3);
    // A start may be late but never early: counted from the event, the n-th is due after n half seconds.
    expect((startsMs[1] ?? 0) - sentMs).toBeGreaterThanOrEqual(500);
    expect((startsMs[2] ?? 0) - sentMs).toBeGreaterThanOrEqual(1000);
  });

  it("keeps one run of a singleton: the first, or the last", async () => {
    const bench = await startBench({
      functions: (client) =>
        (["skip", "cancel"] as const).map((mode) =>
          client.createFunction(
            { id: mode, triggers: { event: "go" }, singleton: { mode } },
            async ({ event, step }) => {
              await step.waitForEvent("release", { event: "release", timeout: "1h" });
              return event.data.n;
            },
          ),
        ),
    });
    await bench.client.send([1, 2, 3].map((n) => ({ name: "go", data: { n } })));
    await until(async () => (await bench.sql`select 1 from waits`).length === 2);
    await bench.client.send({ name: "release" });
    expect((await bench.finished("app-skip")).map(({ result }) => result)).toEqual([1]);
    const statuses = (await bench.finished("app-cancel", 3)).map(({ status }) => status);
    expect(statuses).toEqual(["cancelled", "cancelled", "completed"]);
  });

  it("starts runs by priority", async () => {
    const order: number[] = [];
    const { opened, open } = gate();
    const bench = await startBench({
      functions: (client) => [
        client.createFunction(
          { id: "work", triggers: { event: "go" }, concurrency: 1, priority: { run: "event.data.rush ? 600 : 0" } },
          async ({ event }) => {
            order.push(event.data.n);
            await opened;
          },
        ),
      ],
    });
    const events = [0, 1, 2, 3].map((n) => ({ name: "go", data: { n, rush: n === 3 } }));
    await bench.client.send(events.slice(0, 1));
    await until(async () => order.length === 1);
    await bench.client.send(events.slice(1));
    await until(async () => (await bench.runs()).length === 4);
    open();
    await bench.finished("app-work", 4);
    expect(order).toEqual([0, 3, 1, 2]);
  });

  it("cancels runs that do not start or finish within their timeouts", async () => {
    const { opened, open } = gate();
    const bench = await startBench({
      functions: (client) => [
        client.createFunction(
          { id: "late", triggers: { event: "go" }, concurrency: 1, timeouts: { start: "1s" } },
          async () => opened,
        ),
        client.createFunction({ id: "long", triggers: { event: "go" }, timeouts: { finish: "1s" } }, async ({ step }) =>
          step.sleep("nap", "1h"),
        ),
      ],
    });
    await bench.client.send([{ name: "go" }, { name: "go" }]);
    expect((await bench.finished("app-long", 2)).map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
    expect((await bench.finished("app-late", 1)).map(({ status }) => status)).toContain("cancelled");
    open();
    const statuses = (await bench.finished("app-late", 2)).map(({ status }) => status);
    expect(statuses.sort()).toEqual(["cancelled", "completed"]);
  });
});

describe("schedules", () => {
  it("start their functions on time, in their time zone", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "tick", triggers: { cron: "* * * * * *" } }, ({ event }) => event.data.cron),
        client.createFunction({ id: "morning", triggers: { cron: "TZ=Asia/Tokyo 0 7 * * *" } }, () => null),
      ],
    });
    const ticks = await bench.finished("app-tick", 2);
    expect(ticks[0]).toMatchObject({ status: "completed", result: "* * * * * *" });
    const [cron] = await bench.sql<{ next_at: Date }>`select next_at from crons where function_id = 'app-morning'`;
    expect(cron?.next_at.getUTCHours()).toBe(22);
  });

  it("missed while the executor was away run once when it is back", async () => {
    const bench = await startBench({
      functions: (client) => [client.createFunction({ id: "yearly", triggers: { cron: "0 0 1 1 *" } }, () => "ran")],
    });
    await until(async () => (await bench.sql`select 1 from crons`).length === 1);
    await bench.sql`update crons set next_at = now() - interval '3 years'`;
    await bench.finished("app-yearly");
    const [cron] = await bench.sql`select next_at > now() as ahead from crons`;
    expect(cron?.ahead).toBe(true);
    expect(await bench.runs("app-yearly")).toHaveLength(1);
  });
});
