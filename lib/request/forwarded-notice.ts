import { formatIpAddress, isPrivateAddress, parseIpAddress } from "./ip-address";

const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded"];

const shared = globalThis as unknown as { samplemindUntrustedProxy?: string };

/**
 * Notices a proxy that nobody has told us of. Only a peer in a private network may be one: anybody can write the
 * headers. Returns true for the first request that shows it.
 * @param peer the connection's address.
 */
export function noticeProxy(headers: Readonly<Record<string, unknown>>, peer: string, trustedHops: number): boolean {
  if (trustedHops > 0 || shared.samplemindUntrustedProxy !== undefined) return false;
  const address = parseIpAddress(peer);
  if (!address || !isPrivateAddress(address)) return false;
  if (!FORWARDED.some((name) => headers[name] !== undefined)) return false;
  shared.samplemindUntrustedProxy = formatIpAddress(address);
  return true;
}

/** The address of a proxy whose `X-Forwarded-For` is not believed, or null if none was seen since the start. */
export function untrustedProxy(): string | null {
  return shared.samplemindUntrustedProxy ?? null;
}
