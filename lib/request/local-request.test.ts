import { once } from "node:events";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { isLocalRequest, markLocalRequests } from "./local-request";

markLocalRequests();
const server = createServer(({ headers }, response) => {
  response.end(String(isLocalRequest({ get: (name) => headers[name]?.toString() ?? null })));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
afterAll(() => server.close());

/** Whether a request from this machine with these headers counts as local. */
async function isLocal(headers: Record<string, string> = {}): Promise<boolean> {
  const asked = send({ port, host: "127.0.0.1", headers: { host: `127.0.0.1:${port}`, ...headers } }).end();
  const [answer] = await once(asked, "response");
  let text = "";
  for await (const chunk of answer) text += chunk;
  return text === "true";
}

describe("a request from this machine", () => {
  it("is local if a browser or program sent it straight to the server", async () => {
    expect(await isLocal()).toBe(true);
    expect(await isLocal({ host: "localhost:3000", origin: "http://localhost:3000" })).toBe(true);
  });

  it.each([
    ["x-forwarded-for", "203.0.113.9"],
    ["x-forwarded-for", "127.0.0.1"],
    ["x-forwarded-proto", "https"],
    ["x-forwarded-host", "localhost"],
    ["forwarded", "for=127.0.0.1"],
    ["via", "1.1 proxy"],
    ["x-real-ip", "127.0.0.1"],
  ])("is not local if a proxy has written %s: %s", async (name, value) => {
    expect(await isLocal({ [name]: value })).toBe(false);
  });

  it.each([
    ["host", "samples.example.com"],
    ["host", "127.0.0.1.example.com"],
    ["origin", "https://samples.example.com"],
    ["origin", "null"],
  ])("is not local if it names another site: %s: %s", async (name, value) => {
    expect(await isLocal({ [name]: value })).toBe(false);
  });

  it("cannot be claimed by a header", async () => {
    expect(await isLocal({ "x-samplemind-local": "true", "x-real-ip": "127.0.0.1" })).toBe(false);
  });
});
