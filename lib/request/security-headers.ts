/** Set on the answer and, for the page that makes it, on the request: there Next.js looks for the nonce as well. */
export const POLICY_HEADER = "content-security-policy";

export interface PagePolicy {
  nonce: string;
  /** Where browsers reach object storage: an address, or a path on the visitor's own origin. */
  storageEndpoint: string;
  isDevelopment: boolean;
}

/**
 * The policy of a document. Only scripts that carry the request's nonce run, and what those load; `'self'` is for
 * browsers without `strict-dynamic`. Styles may be inline, because components position what they draw by them.
 */
export function pagePolicy({ nonce, storageEndpoint, isDevelopment }: PagePolicy): string {
  const storage = URL.canParse(storageEndpoint) ? [new URL(storageEndpoint).origin] : [];
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    // The hash of a file is computed by WebAssembly; React's development build evaluates strings.
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
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

/** The nonce of a policy that `pagePolicy` made; undefined where a page is rendered without one. */
export function nonceOf(policy: string | null): string | undefined {
  return /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
}
