import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it, vi } from "vitest";
import { BODY_TIMES } from "./body-caps";
import { holdBody } from "./hold-body";
import { OpenBodies } from "./open-bodies";
import { refuse } from "./refuse";

const CAP = 100_000;
const IMPATIENT = ["/silent", "/slow"];
const limits = { perAddress: { count: 3, bytes: 150_000 }, inAll: { count: 5, bytes: 500_000 } };
const open = new OpenBodies(limits, { onCrowd: () => {} });
/** Requests that reached the application. */
const reached: string[] = [];
/** Requests whose bodies may come. */
const held: string[] = [];

const server = createServer((request, response) => {
  holdBody(request, {
    capBytes: CAP,
    times: IMPATIENT.includes(request.url ?? "") ? { silenceMs: 150, wholeMs: 600 } : BODY_TIMES,
    open,
    address: String(request.headers["x-from"] ?? "somebody"),
    onHeld: () => held.push(request.url ?? ""),
    onWhole: async () => {
      reached.push(request.url ?? "");
      response.end(`${(await text(request)).length} bytes`);
    },
    onRefused: (refusal) => refuse(request, response, refusal, 50),
  });
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
afterAll(() => server.close());

async function send(path: string, chunks: (string | Buffer)[], headers: Record<string, string> = {}) {
  const sent = httpRequest({ port, host: "127.0.0.1", path, method: "POST", headers });
  sent.on("error", () => {});
  for (const chunk of chunks) sent.write(chunk);
  sent.end();
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return { status: answer.statusCode, text: await text(answer) };
}

/** Opens a request and sends only the beginning of its body. Resolves with what was answered when it is over. */
function begin(path: string, body: string, from = "somebody") {
  const socket = connect(port, "127.0.0.1");
  const head = `POST ${path} HTTP/1.1\r\nHost: here\r\nX-From: ${from}\r\nContent-Length: 90000\r\n\r\n`;
  socket.on("error", () => {}).write(head + body);
  return { socket, answer: text(socket).catch(() => "") };
}

const CHUNKED = { "transfer-encoding": "chunked" };

describe("a body", () => {
  it("reaches the application whole, however it was cut", async () => {
    expect(await send("/", ["a".repeat(40_000), "b".repeat(30_000)])).toEqual({ status: 200, text: "70000 bytes" });
    const crumbs = Array.from({ length: 500 }, () => "x");
    expect(await send("/", crumbs, CHUNKED)).toEqual({ status: 200, text: "500 bytes" });
    expect(await send("/", [])).toEqual({ status: 200, text: "0 bytes" });
  });

  it("that is too large is refused, declared or not, and never seen by the application", async () => {
    const large = ["x".repeat(60_000), "y".repeat(60_000)];
    for (const headers of [CHUNKED, { "content-length": "120000" }]) {
      const refused = await send("/large", large, headers);
      expect(refused.status).toBe(413);
      expect(JSON.parse(refused.text)).toMatchObject({ code: "body_too_large", status: 413 });
    }
    expect(reached).not.toContain("/large");
  });

  it("that is silent, or slow to its end, is given up", async () => {
    const silent = begin("/silent", "beginning");
    const slow = begin("/slow", "beginning");
    const drip = setInterval(() => slow.socket.write("."), 50);
    for (const { answer } of [silent, slow]) expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
    clearInterval(drip);
    expect(reached).not.toContain("/silent");
    expect(reached).not.toContain("/slow");
  });

  it("is one of few that an address may have open, by count and by memory, and the costliest makes room", async () => {
    const oldest = begin("/open", "x", "greedy");
    await vi.waitFor(() => expect(held).toContain("/open"));
    const others = ["2", "3"].map((name) => begin(`/${name}`, "x", "greedy"));
    await vi.waitFor(() => expect(held).toEqual(expect.arrayContaining(["/2", "/3"])));
    expect((await send("/4", ["x"], { "x-from": "greedy" })).status).toBe(200);
    expect(await oldest.answer).toMatch(/^HTTP\/1\.1 429 /);
    for (const { socket } of others) socket.destroy();
    const heavy = ["1", "2"].map(() => begin("/heavy", "x".repeat(80_000), "heavy"));
    expect(await Promise.race(heavy.map(({ answer }) => answer))).toMatch(/^HTTP\/1\.1 429 /);
    for (const { socket } of heavy) socket.destroy();
    expect(reached).not.toContain("/open");
    expect(reached).not.toContain("/heavy");
  });

  it("that is a form without an end is refused", async () => {
    const type = { "content-type": "multipart/form-data; boundary=edge" };
    const field = '--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';
    expect((await send("/", [field], type)).status).toBe(400);
    expect((await send("/", [], type)).status).toBe(400);
    expect((await send("/", [`${field}--edge--\r\n`], type)).status).toBe(200);
  });
});
