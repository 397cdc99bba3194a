import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import canonicalize from "canonicalize";

const prefixPattern = /^signkey-[\w]+-/;
const toleranceSeconds = 300;

/** The keys of signed mode. `null` instead of them means development mode, where nothing is signed. */
export interface Keys {
  signingKey: string;
  eventKey: string;
}

/** @throws Error if the SDK and this executor could not both use the text as a signing key. */
export function assertSigningKey(signingKey: string): void {
  const secret = signingKey.replace(prefixPattern, "");
  if (secret.length < 16 || secret.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(secret)) {
    throw new Error("INNGEST_SIGNING_KEY must be signkey-<environment>- followed by at least 16 hexadecimal digits");
  }
}

function digest(signingKey: string, text: string, timestamp: string): string {
  return createHmac("sha256", signingKey.replace(prefixPattern, "")).update(text).update(timestamp).digest("hex");
}

/** Compares two secrets of any length in constant time. */
export function sameSecret(left: string, right: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(left), hash(right));
}

/** The `x-inngest-signature` of a request body. JSON values are signed in canonical form, texts as they are. */
export function signRequest(signingKey: string, body: unknown, nowMs: number): string {
  const text = typeof body === "string" ? body : (canonicalize(body) ?? "");
  const timestamp = Math.round(nowMs / 1000).toString();
  return `t=${timestamp}&s=${digest(signingKey, text, timestamp)}`;
}

/** Whether the header is a signature of the answer's raw text by this key, at most five minutes old. */
export function verifyResponse(signingKey: string, header: string | undefined, text: string, nowMs: number): boolean {
  const parameters = new URLSearchParams(header ?? "");
  const timestamp = parameters.get("t") ?? "";
  const ageSeconds = Math.abs(nowMs / 1000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || !(ageSeconds <= toleranceSeconds)) return false;
  return sameSecret(parameters.get("s") ?? "", digest(signingKey, text, timestamp));
}

/** The SDK's bearer token: the key's prefix and the SHA-256 of its hex-decoded secret. */
export function bearerToken(signingKey: string): string {
  const prefix = signingKey.match(prefixPattern)?.[0] ?? "";
  const secret = Buffer.from(signingKey.replace(prefixPattern, ""), "hex");
  return prefix + createHash("sha256").update(secret).digest("hex");
}

export function isAuthorized(signingKey: string, authorization: string | undefined): boolean {
  return sameSecret(authorization ?? "", `Bearer ${bearerToken(signingKey)}`);
}
