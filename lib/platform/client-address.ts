import type { RequestFacts } from "@/lib/auth/actor";
import { env } from "@/lib/env";

/**
 * The client's address: the server appends the peer of the connection to `X-Forwarded-For`, each trusted proxy is one
 * step back from there, and what stands before was written by the client and is not believed.
 */
export function clientAddress(headers: Pick<Headers, "get">, trustedHops = env.TRUSTED_PROXY_HOPS): string | null {
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return chain[Math.max(0, chain.length - 1 - trustedHops)] || null;
}

export function requestFacts(headers: Pick<Headers, "get">, requestId: string): RequestFacts {
  return { requestId, address: clientAddress(headers), userAgent: headers.get("user-agent") };
}
