/** Headers of a request: `Headers` in a route, `headers()` in a page. */
type HeaderReader = Pick<Headers, "get">;

const firstOf = (list: string | null) => list?.split(",")[0]?.trim() || null;

/** The origin the visitor used, `http://host:port`, even behind a proxy that reports it. */
export function requestOrigin(headers: HeaderReader): string {
  return `${isHttps(headers) ? "https" : "http"}://${requestHost(headers)}`;
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
export function isSameOrigin(headers: HeaderReader): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = headers.get("origin");
  if (!origin) return true;
  return URL.canParse(origin) && new URL(origin).host === requestHost(headers).toLowerCase();
}
