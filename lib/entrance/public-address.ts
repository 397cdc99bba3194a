import type { IncomingHttpHeaders } from "node:http";

/** The executor reaches it by an address of its own, and must not be told to come by another. */
const FUNCTIONS_PATH = "/api/inngest";

/**
 * Tells the framework and the object store the address that people use, where the proxy in front says nothing or says
 * something else. They compare it with `Origin` and with signatures. A visitor who came by another address keeps that
 * one, as their `Origin` shows.
 */
export function setPublicAddress(path: string, headers: IncomingHttpHeaders, configured: string | null): void {
  if (configured === null || path === FUNCTIONS_PATH) return;
  const { host, protocol } = new URL(configured);
  const { origin } = headers;
  const saysNothing = origin === undefined && headers["x-forwarded-host"] === undefined;
  if (origin === configured || saysNothing) headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] ??= protocol.slice(0, -1);
}
