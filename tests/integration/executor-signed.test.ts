import { describe, expect, it } from "vitest";
import { signRequest } from "@/embedded/inngest/signature";
import { createClient, startBench, testKeys, until } from "@/tests/factories/executor";

const otherKeys = { signingKey: "signkey-test-ffffffffffffffffffffffffffffffff", eventKey: "another event key" };

async function startSigned(appKeys = testKeys) {
  return startBench({
    keys: testKeys,
    appKeys,
    functions: (client) => [
      client.createFunction({ id: "work", triggers: { event: "go" } }, async ({ event, step }) =>
        step.run("echo", () => ({ echo: event.data.text, 10: 1.5e300, a: -0 })),
      ),
    ],
  });
}

describe("signed mode", () => {
  it("runs functions when both sides have the same keys", async () => {
    const bench = await startSigned();
    await bench.client.send({ name: "go", data: { text: "ü € 😀 \u2028", nested: { z: 1, a: [1e21, 0.1] } } });
    const [run] = await bench.finished("app-work");
    expect(run).toMatchObject({ status: "completed", result: { echo: "ü € 😀 \u2028" } });
  });

  it("also runs functions of an app that streams its answers", async () => {
    const bench = await startBench({
      keys: testKeys,
      streaming: true,
      functions: (client) => [
        client.createFunction({ id: "work", triggers: { event: "go" }, retries: 1 }, async ({ step, attempt }) => {
          await step.run("flaky", () => {
            if (attempt === 0) throw new Error("not yet");
          });
          return "streamed";
        }),
      ],
    });
    await bench.client.send({ name: "go" });
    expect((await bench.finished("app-work"))[0]).toMatchObject({ status: "completed", result: "streamed" });
  });

  it("has the app refuse calls that are unsigned, signed with another key, or altered", async () => {
    const bench = await startSigned();
    await bench.client.send({ name: "go" });
    await bench.finished("app-work");
    const body = {
      event: { name: "go", data: {} },
      events: [{ name: "go", data: {} }],
      steps: {},
      ctx: { run_id: "x", attempt: 0 },
      version: -1,
    };
    const url = `${bench.appUrl}?fnId=app-work&stepId=step`;
    const call = (signature?: string) =>
      fetch(url, {
        method: "POST",
        body: JSON.stringify(body),
        headers: signature ? { "x-inngest-signature": signature } : {},
      });
    const now = Date.now();
    expect((await call()).status).toBe(401);
    expect((await call(signRequest(otherKeys.signingKey, body, now))).status).toBe(401);
    expect((await call(signRequest(testKeys.signingKey, { ...body, steps: { a: 1 } }, now))).status).toBe(401);
    expect((await call(signRequest(testKeys.signingKey, body, now - 400_000))).status).toBe(401);
    expect((await call(signRequest(testKeys.signingKey, body, now))).status).toBe(206);
  });

  it("refuses events sent with another event key", async () => {
    const bench = await startSigned();
    const answer = await fetch(`${bench.executorUrl}/e/wrong`, {
      method: "POST",
      body: JSON.stringify([{ name: "go" }]),
    });
    expect(answer.status).toBe(401);
    await expect(createClient("app", bench.executorUrl, otherKeys).send({ name: "go" })).rejects.toThrow();
    expect(await bench.sql`select 1 from events`).toHaveLength(0);
  });

  it("refuses registrations and listings without the signing key", async () => {
    const bench = await startSigned();
    const registration = { appName: "evil", url: "http://127.0.0.1:1/", sdk: "js:v1", functions: [] };
    const post = (authorization?: string) =>
      fetch(`${bench.executorUrl}/fn/register`, {
        method: "POST",
        body: JSON.stringify(registration),
        headers: authorization ? { authorization } : {},
      });
    expect((await post()).status).toBe(401);
    expect((await post(`Bearer ${testKeys.signingKey}`)).status).toBe(401);
    expect((await fetch(`${bench.executorUrl}/v1/runs`)).status).toBe(401);
    expect(await bench.sql`select 1 from apps where name = 'evil'`).toHaveLength(0);
  });

  it("accepts the SDK's own registration but keeps the configured address", async () => {
    const bench = await startSigned();
    const answer = await fetch(bench.appUrl, { method: "PUT" });
    expect(answer.status).toBe(200);
    await bench.client.send({ name: "go" });
    await bench.finished("app-work");
    const [app] = await bench.sql`select url from apps`;
    expect(app?.url).toBe(bench.appUrl);
  });

  it("never registers an app that has another signing key", async () => {
    const bench = await startSigned(otherKeys);
    await until(async () => (await fetch(bench.appUrl, { method: "PUT" })).status === 401);
    expect(await bench.sql`select 1 from apps`).toHaveLength(0);
    expect(await (await fetch(`${bench.executorUrl}/health`)).json()).toMatchObject({ status: 200, registered: false });
  });
});
