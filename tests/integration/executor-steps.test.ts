import { describe, expect, it } from "vitest";
import { startBench, until } from "@/tests/factories/executor";

describe("steps of a run", () => {
  it("run once each, and later calls get the recorded results", async () => {
    const ran: string[] = [];
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "chain", triggers: { event: "go" } }, async ({ event, step }) => {
          const first = await step.run("first", () => {
            ran.push("first");
            return { value: event.data.value + 1, text: "ü\u0000\"'\\{}" };
          });
          const second = await step.run("second", () => {
            ran.push("second");
            return first.value * 2;
          });
          const nothing = await step.run("nothing", () => undefined);
          return { first, second, nothing };
        }),
      ],
    });
    await bench.client.send({ name: "go", data: { value: 20 } });
    const [run] = await bench.finished("app-chain");
    const first = { value: 21, text: "ü\u0000\"'\\{}" };
    expect(run).toMatchObject({ status: "completed", result: { first, second: 42, nothing: null } });
    expect(ran).toEqual(["first", "second"]);
  });

  it("may repeat an id in a loop", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "loop", triggers: { event: "go" } }, async ({ step }) => {
          const values: number[] = [];
          for (let index = 0; index < 4; index++) values.push(await step.run("same", () => index * 10));
          return values;
        }),
      ],
    });
    await bench.client.send({ name: "go" });
    expect((await bench.finished("app-loop"))[0]?.result).toEqual([0, 10, 20, 30]);
  });

  it("in parallel run once each, at the same time, and one call follows when all are done", async () => {
    const ran: string[] = [];
    let waiting = 0;
    let release = () => {};
    const everyoneIsHere = new Promise<void>((resolve) => {
      release = resolve;
    });
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "fan", triggers: { event: "go" } }, async ({ step }) => {
          const branch = (name: string) =>
            step.run(name, async () => {
              ran.push(name);
              waiting += 1;
              if (waiting === 3) release();
              await everyoneIsHere;
              return name;
            });
          const together = await Promise.all([branch("a"), branch("b"), branch("c")]);
          const after = await step.run("after", () => together.join(""));
          return after;
        }),
      ],
    });
    await bench.client.send({ name: "go" });
    const [run] = await bench.finished("app-fan");
    expect(run).toMatchObject({ status: "completed", result: "abc" });
    expect(ran.sort()).toEqual(["a", "b", "c"]);
    // One call finds the group, one finds what follows it, and one ends the run; the steps themselves are requested by
    // id.
    expect(bench.calls.filter(({ stepId }) => stepId === "step")).toHaveLength(3);
    expect(bench.calls.filter(({ stepId }) => stepId !== "step")).toHaveLength(4);
  });

  it("of parallel branches may fail, retry and wait without disturbing each other", async () => {
    let failures = 0;
    const ran: string[] = [];
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "mixed", triggers: { event: "go" }, retries: 2 }, async ({ step }) => {
          const flaky = step.run("flaky", () => {
            failures += 1;
            if (failures < 3) throw new Error("not yet");
            return "flaky";
          });
          const chain = step
            .run("one", () => ran.push("one"))
            .then(() => step.run("two", () => ran.push("two")))
            .then(() => "chain");
          const lost = step
            .run("lost", () => Promise.reject(new Error("never")))
            .catch((error: Error) => error.message);
          return Promise.all([flaky, chain, lost, step.sleep("nap", "1s")]);
        }),
      ],
    });
    await bench.client.send({ name: "go" });
    const [run] = await bench.finished("app-mixed");
    expect(run).toMatchObject({ status: "completed", result: ["flaky", "chain", "never", null] });
    expect(ran).toEqual(["one", "two"]);
  });

  it("that race let the run continue with the first while the others still run", async () => {
    let slowMayEnd = () => {};
    const slow = new Promise<void>((resolve) => {
      slowMayEnd = resolve;
    });
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "race", triggers: { event: "go" } }, async ({ step, group }) => {
          const winner = await group.parallel(() =>
            Promise.race([step.run("fast", () => "fast"), step.run("slow", () => slow.then(() => "slow"))]),
          );
          // Nothing else ends the slow step: if the run waited for it, the run would hang.
          await step.run("after", slowMayEnd);
          return winner;
        }),
      ],
    });
    await bench.client.send({ name: "go" });
    expect((await bench.finished("app-race"))[0]).toMatchObject({ status: "completed", result: "fast" });
  });

  it("sleep without any calls meanwhile", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "sleeper", triggers: { event: "go" } }, async ({ step }) => {
          await step.sleep("nap", "1s");
          await step.sleepUntil("already", new Date(Date.now() - 60_000));
          return "awake";
        }),
      ],
    });
    await bench.client.send({ name: "go" });
    expect((await bench.finished("app-sleeper"))[0]).toMatchObject({ status: "completed", result: "awake" });
    const [first, second] = bench.calls;
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(990);
    expect(bench.calls).toHaveLength(3);
  });

  it("send events that start other functions", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "sender", triggers: { event: "go" } }, async ({ step }) => {
          const { ids } = await step.sendEvent("tell", [
            { name: "told", data: { n: 1 } },
            { name: "told", data: { n: 2 } },
          ]);
          return ids.length;
        }),
        client.createFunction({ id: "receiver", triggers: { event: "told" } }, ({ event }) => event.data.n),
      ],
    });
    await bench.client.send({ name: "go" });
    expect((await bench.finished("app-sender"))[0]?.result).toBe(2);
    const results = (await bench.finished("app-receiver", 2)).map(({ result }) => result);
    expect(results.sort()).toEqual([1, 2]);
  });

  it("start shortly after their event", async () => {
    const bench = await startBench({
      functions: (client) => [client.createFunction({ id: "prompt", triggers: { event: "go" } }, () => "now")],
    });
    await until(async () => (await fetch(`${bench.executorUrl}/health`).then((answer) => answer.json())).registered);
    const delaysMs: number[] = [];
    for (let count = 1; count <= 5; count++) {
      const sentMs = Date.now();
      await bench.client.send({ name: "go" });
      await bench.finished("app-prompt", count);
      delaysMs.push((bench.calls.at(-1)?.atMs ?? 0) - sentMs);
    }
    // An idle queue looks only once a second; here it is woken up. It takes tens of milliseconds if the machine is not
    // busy.
    expect(Math.min(...delaysMs)).toBeLessThan(250);
  });
});
