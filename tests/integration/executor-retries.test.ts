import { type Context, type FailureEventArgs, NonRetriableError, RetryAfterError } from "inngest";
import { describe, expect, it } from "vitest";
import { startBench } from "@/tests/factories/executor";

describe("failing calls", () => {
  it("are repeated after growing pauses until the step works", async () => {
    const attempts: number[] = [];
    const bench = await startBench({
      backoffScale: 0.01,
      functions: (client) => [
        client.createFunction({ id: "flaky", triggers: { event: "go" }, retries: 3 }, async ({ step, attempt }) => {
          const value = await step.run("flaky", () => {
            attempts.push(attempt);
            if (attempt < 2) throw new Error("not yet");
            return attempt;
          });
          return { value, attempt };
        }),
      ],
    });
    await bench.client.send({ name: "go" });
    const [run] = await bench.finished("app-flaky");
    expect(run).toMatchObject({ status: "completed", result: { value: 2, attempt: 0 } });
    expect(attempts).toEqual([0, 1, 2]);
    const [first = 0, second = 0, third = 0] = bench.calls.map(({ atMs }) => atMs);
    expect(second - first).toBeGreaterThanOrEqual(130);
    expect(third - second).toBeGreaterThanOrEqual(265);
  });

  it("end the run after the last attempt, with the error that the function threw", async () => {
    let attempts = 0;
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "doomed", triggers: { event: "go" }, retries: 1 }, () => {
          attempts += 1;
          throw new TypeError("broken for good");
        }),
      ],
    });
    await bench.client.send({ name: "go" });
    const [run] = await bench.finished("app-doomed");
    expect(run).toMatchObject({ status: "failed", result: { name: "TypeError", message: "broken for good" } });
    expect(attempts).toBe(2);
  });

  it("of a step that used up its attempts can be caught by the function", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "careful", triggers: { event: "go" }, retries: 1 }, async ({ step }) => {
          const message = await step
            .run("hopeless", () => Promise.reject(new Error("no luck")))
            .catch((error: Error) => error.message);
          return step.run("instead", () => `caught: ${message}`);
        }),
      ],
    });
    await bench.client.send({ name: "go" });
    expect((await bench.finished("app-careful"))[0]).toMatchObject({ status: "completed", result: "caught: no luck" });
  });

  it("are not repeated after a NonRetriableError", async () => {
    let attempts = 0;
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "final", triggers: { event: "go" }, retries: 5 }, async ({ step }) => {
          await step.run("refuse", () => {
            attempts += 1;
            throw new NonRetriableError("never again");
          });
        }),
      ],
    });
    await bench.client.send({ name: "go" });
    expect((await bench.finished("app-final"))[0]).toMatchObject({
      status: "failed",
      result: { message: "never again" },
    });
    expect(attempts).toBe(1);
  });

  it("are repeated after the time that a RetryAfterError gives, in seconds or as a date", async () => {
    const bench = await startBench({
      backoffScale: 1,
      functions: (client) => [
        client.createFunction({ id: "patient", triggers: { event: "go" } }, ({ attempt }) => {
          if (attempt === 0) throw new RetryAfterError("in a second", "1s");
          if (attempt === 1) throw new RetryAfterError("at a time", new Date(Date.now() + 1000));
          return "done";
        }),
      ],
    });
    await bench.client.send({ name: "go" });
    expect((await bench.finished("app-patient"))[0]?.result).toBe("done");
    const [first = 0, second = 0, third = 0] = bench.calls.map(({ atMs }) => atMs);
    expect(second - first).toBeGreaterThanOrEqual(990);
    expect(second - first).toBeLessThan(3000);
    expect(third - second).toBeGreaterThanOrEqual(900);
  });

  it("call onFailure once, with the error and the event", async () => {
    const told: unknown[] = [];
    const bench = await startBench({
      functions: (client) => [
        client.createFunction(
          {
            id: "bad",
            triggers: { event: "go" },
            retries: 0,
            onFailure: async ({ error, event, step }: Context & FailureEventArgs) => {
              await step.run("note", () => {
                told.push([error.name, error.message, event.data.function_id, event.data.event.data]);
              });
            },
          },
          () => {
            throw new RangeError("too far");
          },
        ),
        client.createFunction({ id: "good", triggers: { event: "go" } }, () => "fine"),
      ],
    });
    await bench.client.send({ name: "go", data: { n: 7 } });
    await bench.finished("app-bad");
    await bench.finished("app-bad-failure");
    await bench.finished("app-good");
    expect(told).toEqual([["RangeError", "too far", "app-bad", { n: 7 }]]);
    expect(await bench.runs()).toHaveLength(3);
  });

  it("and the ends of runs are announced as events that other functions can listen to", async () => {
    const bench = await startBench({
      functions: (client) => [
        client.createFunction({ id: "work", triggers: { event: "go" } }, () => ({ made: "it" })),
        client.createFunction(
          { id: "watch", triggers: { event: "inngest/function.finished" } },
          ({ event }) => event.data,
        ),
      ],
    });
    await bench.client.send({ name: "go", data: { n: 1 } });
    const [run] = await bench.finished("app-watch");
    expect(run?.result).toMatchObject({ function_id: "app-work", result: { made: "it" }, event: { data: { n: 1 } } });
  });
});
