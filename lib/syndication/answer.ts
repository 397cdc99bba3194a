import "server-only";
import { createHash } from "node:crypto";
import { takeRequest } from "@/lib/rate-limits/gate";
import { retryAfterSeconds } from "@/lib/rate-limits/verdict";
import { clientAddress } from "@/lib/request/client-address";
import { KEPT_SECONDS } from "./constants";

/** Other sites' pages may read what is public anyway. No cookie of ours changes it. */
const OPEN = { "Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff" };

/** Something public, with a tag by which a program that has it is told so in a few bytes. */
export function shown(request: Request, body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = { ...OPEN, "Cache-Control": `public, max-age=${KEPT_SECONDS}`, ETag: etag };
  const known =
    request.headers
      .get("if-none-match")
      ?.split(",")
      .map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": type } });
}

function said(status: number, text: string, headers: Record<string, string> = {}): Response {
  const plain = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(`${text}\n`, { status, headers: { ...OPEN, ...plain, ...headers } });
}

export const invalid = (text: string) => said(400, text);
export const unimplemented = (text: string) => said(501, text);
export const missing = () => said(404, "There is nothing here.");
/** Not 404: programs that have it are to forget it. */
export const gone = () => said(410, "This was public and no longer is.");

/** Null if the address may ask once more. */
export async function tooMany(request: Request): Promise<Response | null> {
  const address = clientAddress(request.headers);
  const verdict = await takeRequest("syndication", { kind: "address", address });
  if (verdict.admitted) return null;
  const headers = { "Retry-After": String(retryAfterSeconds(verdict)) };
  return said(429, "Too many requests. Wait a moment.", headers);
}
