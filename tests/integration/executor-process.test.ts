import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "inngest/node";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { connect } from "@/embedded/inngest/database";
import { bundle } from "@/scripts/bundle.mjs";
import { testPostgres } from "@/tests/factories/embedded-postgres";
import { createClient, runQueries, testKeys, until } from "@/tests/factories/executor";
import { Service } from "@/tests/factories/executor-process";

let main = "";
beforeAll(async () => {
  main = await bundle("embedded/inngest/main.ts");
});

async function createDatabase(): Promise<string> {
  return (await testPostgres().createDatabase({ migrated: false })).url;
}

describe("the executor's command", () => {
  it("requires its keys except in development mode", async () => {
    const command = [main, "--port", "0", "--database-url", await createDatabase()];
    await expect(new Service(command).start()).rejects.toThrow(/ended with 2: usage.*INNGEST_SIGNING_KEY/s);
    const keys = { INNGEST_SIGNING_KEY: testKeys.signingKey, INNGEST_EVENT_KEY: testKeys.eventKey };
    await expect(new Service(command, { ...keys, INNGEST_SIGNING_KEY: "secret" }).start()).rejects.toThrow(
      /ended with 1/,
    );
    expect(await new Service(command, keys).start()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await new Service([...command, "--dev"]).start()).toMatch(/^http/);
  });

  it("reports wrong arguments and a port in use", async () => {
    const databaseUrl = await createDatabase();
    const bad = [[], ["--port", "x", "--database-url", databaseUrl], ["--port", "0"], ["--teleport"]];
    for (const values of bad) {
      await expect(new Service([main, "--dev", ...values]).start()).rejects.toThrow(/ended with 2: .*usage/s);
    }
    const command = (port: string) => [main, "--dev", "--port", port, "--database-url", databaseUrl];
    const { port } = new URL(await new Service(command("0")).start());
    await expect(new Service(command(port)).start()).rejects.toThrow(/ended with 1: .*EADDRINUSE/s);
  });
});

describe("an executor that was frozen", () => {
  it("changes nothing when it wakes up after another has taken over its calls", async () => {
    const databaseUrl = await createDatabase();
    const releases: ((value: string) => void)[] = [];
    const app = http.createServer((request, response) => void handler(request, response));
    app.listen(0, "127.0.0.1");
    await once(app, "listening");
    const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
    const values = ["--database-url", databaseUrl, "--app-url", appUrl, "--backoff-scale", "0.01"];
    const [frozen, other] = [1, 2].map(() => new Service([main, "--dev", "--port", "0", ...values]));
    const sql = connect(databaseUrl);
    onTestFinished(async () => {
      app.closeAllConnections();
      app.close();
      await sql.end();
    });
    const client = createClient("app", (await frozen?.start()) ?? "");
    const work = client.createFunction({ id: "work", triggers: { event: "go" } }, async ({ step }) => {
      const first = await step.run("first", () => new Promise<string>((resolve) => releases.push(resolve)));
      const second = await step.run("second", () => `after ${first}`);
      return second;
    });
    const handler = serve({ client, functions: [work] });

    await client.send({ name: "go" });
    await until(async () => releases.length === 1);
    frozen?.signal("SIGSTOP");
    await other?.start();
    await until(async () => releases.length === 2, "the second call");
    releases[0]?.("the frozen one's call");
    frozen?.signal("SIGCONT");
    // Once the woken executor has accepted another event, it has also handled the late answer.
    await client.send({ id: "later", name: "unheard" });
    await until(
      async () => (await sql`select 1 from events where name = 'unheard' and routed_at is not null`).count === 1,
    );
    expect(await sql`select 1 from steps where result is not null`).toHaveLength(0);
    releases[1]?.("the other's call");
    const [run] = await runQueries(sql).finished("app-work");
    expect(run).toMatchObject({ status: "completed", result: "after the other's call" });
    expect(await sql`select 1 from events where name = 'inngest/function.finished'`).toHaveLength(1);
  });
});
