import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it, vi } from "vitest";
import { standBefore } from "./entrance";
import { OpenBodies } from "./open-bodies";

const onCrowd = vi.fn();
const limits = { perAddress: { count: 4, bytes: 100_000 }, inAll: { count: 8, bytes: 200_000 } };
const server = createServer(async (request, response) => response.end(await text(request)));
standBefore(server, { everybody: new OpenBodies(limits, { onCrowd }), executor: new OpenBodies(limits, { onCrowd }) });
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
const sockets: Socket[] = [];
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

/** Begins a body, and waits until the server has asked for the rest of it. */
async function begin(path: string): Promise<{ isAnswered: boolean }> {
  const socket = connect(port, "127.0.0.1").on("error", () => {});
  sockets.push(socket);
  const state = { isAnswered: false };
  socket.write(`POST ${path} HTTP/1.1\r\nHost: here\r\nExpect: 100-continue\r\nContent-Length: 90000\r\n\r\n`);
  expect(String((await once(socket, "data"))[0])).toMatch(/^HTTP\/1\.1 100 /);
  socket.once("data", () => {
    state.isAnswered = true;
  });
  return state;
}

async function send(path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const sent = httpRequest({ port, host: "127.0.0.1", path, method: "POST", headers });
  sent.end("{}");
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

describe("a signed call of the executor", () => {
  it("has room of its own, and nobody else does", async () => {
    const slow: Awaited<ReturnType<typeof begin>>[] = [];
    for (let index = 0; index < 4; index += 1) slow.push(await begin(index % 2 === 0 ? "/sign-in" : "/api/inngest"));
    const signature = { "x-inngest-signature": "t=1&s=1" };
    expect(await send("/api/inngest?fnId=one", signature)).toBe(200);
    expect(onCrowd).not.toHaveBeenCalled();
    // All others share what is left: an older body makes room for each.
    expect(await send("/api/inngest")).toBe(200);
    expect(await send("/sign-in", signature)).toBe(200);
    await vi.waitFor(() => expect(slow.some(({ isAnswered }) => isAnswered)).toBe(true));
    expect(onCrowd).toHaveBeenCalled();
  });
});
