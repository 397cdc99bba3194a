import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { signRequest } from "@/embedded/inngest/signature";
import { startBackend } from "@/tests/factories/backend";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { sql } = backend;
const { keepRegistered } = await import("@/inngest/registration");
const { checkHealth } = await import("@/lib/platform/health");

const serveUrl = `${backend.origin}/api/inngest`;
const STRANGER = "stranger.example";

/** A request to register. `fetch` does not let its caller choose the Host header. */
function sync(host: string, signature?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { host, "content-type": "application/json", "content-length": "2" };
    const signed = signature ? { ...headers, "x-inngest-signature": signature } : headers;
    const outgoing = request(serveUrl, { method: "PUT", headers: signed }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    outgoing.on("error", reject);
    outgoing.end("{}");
  });
}

const executorState = async () => (await checkHealth("1")).executor;
/** The address that the executor calls for each function, according to its tables. */
const called = async () => {
  const rows = await sql<{ config: string }[]>`select config from inngest_embedded.functions`;
  return [...new Set(rows.map(({ config }) => new URL(JSON.parse(config).steps.step.runtime.url).host))];
};

describe("registering with the executor", () => {
  it("is refused to anybody without the signing key, and whoever asks never says which address is registered", async () => {
    await until(async () => (await executorState()) === "ok", "the registration");
    const own = new URL(backend.origin).host;
    expect(await sync(STRANGER)).toBe(401);
    expect(await sync(own)).toBe(401);
    expect((await fetch(serveUrl)).status).toBe(401);
    expect(await sync(STRANGER, signRequest(process.env.INNGEST_SIGNING_KEY ?? "", {}, Date.now()))).toBe(200);
    expect(await called()).toEqual([own]);
  });

  it("is noticed by health and mended by the application if the executor calls somebody else or knows nothing", async () => {
    const own = new URL(backend.origin).host;
    await sql`update inngest_embedded.functions set config = replace(config, ${own}, ${STRANGER})`;
    await sql`update inngest_embedded.apps set checksum = 'another'`;
    expect(await executorState()).toBe("another_address");
    await keepRegistered();
    expect(await executorState()).toBe("ok");
    expect(await called()).toEqual([own]);

    await sql`truncate inngest_embedded.apps cascade`;
    expect(await executorState()).toBe("no_functions");
    await keepRegistered();
    expect(await executorState()).toBe("ok");
    expect(await called()).toEqual([own]);
  });
});
