/** Set on the response, and also on the page's request, where Next.js looks for the nonce. */
export const POLICY_HEADER = "content-security-policy";

export interface PagePolicy {
  nonce: string;
  /** Where browsers reach object storage: a URL, or a path on the visitor's own origin. */
  storageEndpoint: string;
  /** The origin of storage addresses that are a path, if it is not always the page's own. */
  configuredOrigin: string | null;
  isDevelopment: boolean;
  /** Whether other sites may show it in a frame: the player for other sites alone. */
  isForOtherSites?: boolean;
}

/**
 * The policy of a document. Only scripts with the request's nonce run, and scripts that those load; `'self'` is for
 * browsers without `strict-dynamic`. Inline styles are allowed, because components position what they draw with them.
 */
export function pagePolicy(page: PagePolicy): string {
  const { nonce, storageEndpoint, configuredOrigin, isDevelopment, isForOtherSites = false } = page;
  const origin = URL.canParse(storageEndpoint) ? new URL(storageEndpoint).origin : configuredOrigin;
  const storage = origin === null ? [] : [origin];
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    // WebAssembly computes the hash of a file. React's development build evaluates strings.
    "script-src": [
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      "'self'",
      "'wasm-unsafe-eval'",
      ...(isDevelopment ? ["'unsafe-eval'"] : []),
    ],
    "script-src-attr": ["'none'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "blob:", "data:", ...storage],
    "media-src": ["'self'", "blob:", ...storage],
    "connect-src": ["'self'", ...storage],
    "font-src": ["'self'"],
    "worker-src": ["'self'", "blob:"],
    "frame-src": ["'none'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": [isForOtherSites ? "*" : "'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

/** The nonce of a policy that `pagePolicy` made, or undefined if there is none. */
export function nonceOf(policy: string | null): string | undefined {
  return /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
}
