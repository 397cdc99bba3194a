import { createHash } from "node:crypto";
import { nonceOf } from "@/lib/request/security-headers";

export interface Document {
  html: string;
  policy: string;
}

/** Of the scripts, those with `src` have no text. */
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
/** More would make a header that some proxies refuse. */
const SCRIPTS_MAX = 90;

/**
 * The same document for many: scripts run because of what they are (CSP3, hashes), not because of a nonce, which must
 * not be used twice. What they load comes from the built files of `origin`, and from nowhere else there: a store on the
 * same origin may hold anybody's files. Null if it cannot be shared.
 */
export function withHashes({ html, policy }: Document, origin: string): Document | null {
  const nonce = nonceOf(policy);
  if (!nonce) return null;
  // What React reads of the page counts its bytes: what stands there instead of the nonce is as long.
  const bare = html.replaceAll(` nonce="${nonce}"`, "").replaceAll(nonce, "-".repeat(nonce.length));
  const texts = [...bare.matchAll(SCRIPT)].filter(([, attributes = ""]) => !/\ssrc=/.test(attributes));
  const hashes = new Set(
    texts.map(([, , text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`),
  );
  if (hashes.size > SCRIPTS_MAX) return null;
  const sources = [`${origin}/_next/static/`, "'wasm-unsafe-eval'", ...hashes].join(" ");
  return { html: bare, policy: policy.replace(/(^|; )script-src [^;]*/, `$1script-src ${sources}`) };
}
