import { referenceFunction } from "inngest";
import { describe, expect, it } from "vitest";
import { startBench, until } from "@/tests/factories/executor";

describe("invoking a function from another", () => {
  it("returns its result to the caller", async () => {
    const bench = await startBench({
      functions: (client) => {
        const child = client.createFunction({ id: "child", triggers: { event: "unused" } }, async ({ event, step }) => {
          const doubled = await step.run("double", () => event.data.n * 2);
          return { doubled, name: event.name };
        });
        const parent = client.createFunction({ id: "parent", triggers: { event: "go" } }, async ({ step }) => {
          const one = await step.invoke("one", { function: child, data: { n: 21 } });
          const both = await Promise.all([1, 2].map((n) => step.invoke(`n${n}`, { function: child, data: { n } })));
          return [one, ...both].map(({ doubled }) => doubled);
        });
        return [child, parent];
      },
    });
    await bench.client.send({ name: "go" });
    expect((await bench.finished("app-parent"))[0]).toMatchObject({ status: "completed", result: [42, 2, 4] });
    const children = await bench.finished("app-child", 3);
    expect(children[0]?.result).toEqual({ doubled: 42, name: "inngest/function.invoked" });
  });

  it("passes its error to the caller, who may catch it", async () => {
    const bench = await startBench({
      functions: (client) => {
        const child = client.createFunction({ id: "child", triggers: { event: "unused" }, retries: 0 }, () => {
          throw new RangeError("out of range");
        });
        const parent = client.createFunction({ id: "parent", triggers: { event: "go" } }, async ({ step }) =>
          step.invoke("try", { function: child, data: {} }).catch((error: Error) => `caught ${error.message}`),
        );
        const trusting = client.createFunction({ id: "trusting", triggers: { event: "go" } }, async ({ step }) =>
          step.invoke("try", { function: child, data: {} }),
        );
        return [child, parent, trusting];
      },
    });
    await bench.client.send({ name: "go" });
    expect((await bench.finished("app-parent"))[0]).toMatchObject({ result: "caught out of range" });
    expect((await bench.finished("app-trusting"))[0]).toMatchObject({
      status: "failed",
      result: { message: "out of range" },
    });
  });

  it("fails if there is no such function, it does not finish in time, or it is cancelled", async () => {
    const bench = await startBench({
      functions: (client) => {
        const stuck = client.createFunction(
          { id: "stuck", triggers: { event: "unused" }, cancelOn: [{ event: "stop" }] },
          async ({ step }) => step.waitForEvent("never", { event: "never", timeout: "1h" }),
        );
        const missing = client.createFunction({ id: "missing", triggers: { event: "a" } }, async ({ step }) =>
          step.invoke("none", { function: referenceFunction({ functionId: "nowhere" }), data: {} }),
        );
        const hasty = client.createFunction({ id: "hasty", triggers: { event: "b" } }, async ({ step }) =>
          step.invoke("slow", { function: stuck, data: {}, timeout: "1s" }),
        );
        const bereft = client.createFunction({ id: "bereft", triggers: { event: "c" } }, async ({ step }) =>
          step.invoke("slow", { function: stuck, data: {} }),
        );
        return [stuck, missing, hasty, bereft];
      },
    });
    await bench.client.send([{ name: "a" }, { name: "b" }, { name: "c" }]);
    expect((await bench.finished("app-missing"))[0]).toMatchObject({ result: { name: "FunctionNotFoundError" } });
    expect((await bench.finished("app-hasty"))[0]).toMatchObject({ result: { name: "InvokeTimeoutError" } });
    await until(async () => (await bench.sql`select 1 from waits where kind = 'event'`).length === 2);
    await bench.client.send({ name: "stop" });
    expect((await bench.finished("app-bereft"))[0]).toMatchObject({ result: { name: "FunctionCancelled" } });
  });
});
