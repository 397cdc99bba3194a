import { once } from "node:events";
import { Agent, createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boundRequestTimes } from "./server-timeouts";

const LIMIT_MS = 300;
let server: Server;
let port: number;

beforeAll(async () => {
  boundRequestTimes("/s3", LIMIT_MS);
  // Node's own limit, as short as the other, and looked at as often as possible.
  server = createServer({ requestTimeout: LIMIT_MS, headersTimeout: LIMIT_MS, connectionsCheckingInterval: 20 });
  server.on("request", (request, response) => {
    if (request.url === "/s3/refused") return response.writeHead(403).end();
    request.resume().once("end", () => response.end("whole"));
    return response;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends a body over a slow line, and says whether the server closed the connection. */
async function sendSlowly(path: string): Promise<{ status: number; isClosed: boolean }> {
  const agent = new Agent({ keepAlive: true });
  const request = httpRequest({ port, path, method: "PUT", agent, headers: { "content-length": 10 } });
  let isClosed = false;
  request.on("error", () => undefined);
  request.once("socket", (socket) => socket.once("end", () => (isClosed = true)));
  const answered = once(request, "response");
  for (let sent = 0; sent < 9; sent += 1) {
    if (!request.destroyed) request.write("x");
    await wait(LIMIT_MS / 5);
  }
  if (!request.destroyed) request.end("x");
  const [response] = await answered;
  response.resume();
  if (!response.complete) await once(response, "end");
  agent.destroy();
  return { status: response.statusCode, isClosed };
}

describe("the time that a request may take", () => {
  it("has no limit below the storage's path, and one for the whole request elsewhere", async () => {
    expect(await sendSlowly("/s3/bucket/key")).toEqual({ status: 200, isClosed: false });
    expect((await sendSlowly("/api/v1/uploads")).status).toBe(408);
  });

  it("ends when storage has answered, even if the body goes on", async () => {
    expect(await sendSlowly("/s3/refused")).toMatchObject({ status: 403, isClosed: true });
  });
});
