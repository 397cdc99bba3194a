import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it, vi } from "vitest";

// This test asks no service, so none needs an address.
vi.stubEnv("NEXT_PHASE", "phase-production-build");
const { guardEntrance } = await import("@/lib/entrance/entrance");
const { clientAddress } = await import("@/lib/request/client-address");

guardEntrance();
// Registering twice must not append twice.
guardEntrance();

/** None that all strangers get alike: for those the entrance asks in its own name. */
const SEEN = "/seen";
/** The request's headers as the application sees them. */
const server = createServer((incoming, answer) => answer.end(JSON.stringify(incoming.headers)));
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
afterAll(() => server.close());

async function seen(forwardedFor?: string | string[]): Promise<Headers> {
  const headers = forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor };
  const sent = request({ host: "127.0.0.1", port, path: SEEN, headers }).end();
  const [answer] = await once(sent, "response");
  let text = "";
  for await (const chunk of answer) text += chunk;
  const received = JSON.parse(text) as IncomingHttpHeaders;
  return new Headers({ "x-forwarded-for": String(received["x-forwarded-for"]) });
}

describe("the client's address", () => {
  it("without a proxy is the connection's, whatever the client writes", async () => {
    expect(clientAddress(await seen(), 0)).toBe("127.0.0.1");
    expect(clientAddress(await seen("203.0.113.7"), 0)).toBe("127.0.0.1");
    expect(clientAddress(await seen("203.0.113.7, 198.51.100.1"), 0)).toBe("127.0.0.1");
    expect(clientAddress(await seen(["203.0.113.7", "198.51.100.1"]), 0)).toBe("127.0.0.1");
  });

  it("behind one proxy is the one it saw, not the one the client claims", async () => {
    expect(clientAddress(await seen("203.0.113.7"), 1)).toBe("203.0.113.7");
    expect(clientAddress(await seen("10.0.0.1, 203.0.113.7"), 1)).toBe("203.0.113.7");
    expect(clientAddress(await seen(["10.0.0.1", "203.0.113.7"]), 1)).toBe("203.0.113.7");
  });

  it("behind two proxies is the one that the outer saw", async () => {
    expect(clientAddress(await seen("203.0.113.7, 198.51.100.1"), 2)).toBe("203.0.113.7");
    expect(clientAddress(await seen("10.0.0.1, 203.0.113.7, 198.51.100.1"), 2)).toBe("203.0.113.7");
  });

  it("is read with a port, in brackets, and as IPv4 inside IPv6", async () => {
    expect(clientAddress(await seen("203.0.113.7:4711"), 1)).toBe("203.0.113.7");
    expect(clientAddress(await seen("[2001:db8::7]:4711"), 1)).toBe("2001:db8::7");
    expect(clientAddress(await seen("::ffff:203.0.113.7"), 1)).toBe("203.0.113.7");
  });

  it("is null rather than a guess", async () => {
    expect(clientAddress(await seen("unknown"), 1)).toBeNull();
    expect(clientAddress(await seen("<script>"), 1)).toBeNull();
    expect(clientAddress(new Headers(), 0)).toBeNull();
  });
});
