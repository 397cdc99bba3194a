import { env } from "@/lib/env";
import { formatIpAddress, parseIpAddress } from "./ip-address";
import type { RequestFacts } from "./request-facts";

/**
 * The client's address, or null if there is none. The server appends the connection's peer to `X-Forwarded-For`, and
 * each trusted proxy is one entry further left. Entries before those were written by the client and are not trusted.
 */
export function clientAddress(headers: Pick<Headers, "get">, trustedHops = env.TRUSTED_PROXY_HOPS): string | null {
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const address = parseIpAddress(withoutPort(chain[Math.max(0, chain.length - 1 - trustedHops)] ?? ""));
  return address && formatIpAddress(address);
}

/** Some proxies write `192.0.2.1:4711` and `[2001:db8::1]:4711`. */
function withoutPort(entry: string): string {
  return entry.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
}

export function requestFacts(headers: Pick<Headers, "get">, requestId: string): RequestFacts {
  return { requestId, address: clientAddress(headers), userAgent: headers.get("user-agent") };
}
