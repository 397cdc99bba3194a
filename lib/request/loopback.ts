import { parseIpAddress } from "./ip-address";

const LOOPBACK_V4 = 127n;
const BITS_AFTER_FIRST_BYTE = 24n;

/** Whether an IP address is this machine's own: 127.0.0.0/8 or ::1. */
export function isLoopbackAddress(address: string): boolean {
  const parsed = parseIpAddress(address);
  if (!parsed) return false;
  return parsed.family === 4 ? parsed.bits >> BITS_AFTER_FIRST_BYTE === LOOPBACK_V4 : parsed.bits === 1n;
}

/** Whether a URL's host is this machine's own: `localhost`, a name below it, or a loopback address. */
export function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return /(^|\.)localhost$/.test(hostname) || isLoopbackAddress(hostname.replace(/^\[(.*)\]$/, "$1"));
}
