import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it, vi } from "vitest";

// No service is asked here, so none needs an address.
vi.stubEnv("NEXT_PHASE", "phase-production-build");
const { appendPeerAddresses } = await import("@/lib/request/peer-address");
const { clientAddress } = await import("@/lib/request/client-address");

appendPeerAddresses();
// Registered twice it would append twice.
appendPeerAddresses();

/** What the application sees of a request, as its headers stand when the server hands it on. */
const server = createServer((incoming, answer) => answer.end(JSON.stringify(incoming.headers)));
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
afterAll(() => server.close());

async function seen(forwardedFor?: string | string[]): Promise<Headers> {
  const headers = forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor };
  const sent = request({ host: "127.0.0.1", port, headers }).end();
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

  it("behind one proxy is what that one saw, not what the client told it", async () => {
    expect(clientAddress(await seen("203.0.113.7"), 1)).toBe("203.0.113.7");
    expect(clientAddress(await seen("10.0.0.1, 203.0.113.7"), 1)).toBe("203.0.113.7");
    expect(clientAddress(await seen(["10.0.0.1", "203.0.113.7"]), 1)).toBe("203.0.113.7");
  });

  it("behind two proxies is what the outer one saw", async () => {
    expect(clientAddress(await seen("203.0.113.7, 198.51.100.1"), 2)).toBe("203.0.113.7");
    expect(clientAddress(await seen("10.0.0.1, 203.0.113.7, 198.51.100.1"), 2)).toBe("203.0.113.7");
  });

  it("is read with a port, in brackets, and as IPv4 inside IPv6", async () => {
    expect(clientAddress(await seen("203.0.113.7:4711"), 1)).toBe("203.0.113.7");
    expect(clientAddress(await seen("[2001:db8::7]:4711"), 1)).toBe("2001:db8::7");
    expect(clientAddress(await seen("::ffff:203.0.113.7"), 1)).toBe("203.0.113.7");
  });

  it("is not known rather than made up", async () => {
    expect(clientAddress(await seen("unknown"), 1)).toBeNull();
    expect(clientAddress(await seen("<script>"), 1)).toBeNull();
    expect(clientAddress(new Headers(), 0)).toBeNull();
  });
});
