import { env } from "@/lib/env";

/** Headers of a request: `Headers` in a route, `headers()` in a page. */
type HeaderReader = Pick<Headers, "get">;

const firstOf = (list: string | null) => list?.split(",")[0]?.trim() || null;

/** The origin that `NEXTAUTH_URL` names, or null if it is not set. */
export function configuredOrigin(address = env.NEXTAUTH_URL): string | null {
  return address ? new URL(address).origin : null;
}

/**
 * The origin that people use, `http://host:port`. It is the configured one if there is one: a proxy need not report
 * what the visitor used, and a visitor can report anything.
 */
export function requestOrigin(headers: HeaderReader, configured = configuredOrigin()): string {
  return configured ?? `${isHttps(headers) ? "https" : "http"}://${requestHost(headers)}`;
}

function requestHost(headers: HeaderReader): string {
  return firstOf(headers.get("x-forwarded-host")) ?? headers.get("host") ?? "localhost";
}

function isHttps(headers: HeaderReader): boolean {
  return firstOf(headers.get("x-forwarded-proto")) === "https";
}

/**
 * Whether a request that changes something comes from our own pages. Browsers send `Sec-Fetch-Site` on secure origins
 * and `Origin` on every write. A client that sends neither is not a browser and sends no cookies by itself.
 */
export function isSameOrigin(headers: HeaderReader, configured = configuredOrigin()): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = headers.get("origin");
  if (!origin || origin === configured) return true;
  return URL.canParse(origin) && new URL(origin).host === requestHost(headers).toLowerCase();
}
