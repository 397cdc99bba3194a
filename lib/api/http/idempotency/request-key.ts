import { createHash } from "node:crypto";
import { InvalidRequestError } from "@/lib/api/http/problem";

const HEADER = "Idempotency-Key";
const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

/** The key that the caller sent, or null. @throws InvalidRequestError if it is malformed. */
export function readIdempotencyKey(headers: Headers): string | null {
  const key = headers.get(HEADER);
  if (key === null || VISIBLE_ASCII.test(key)) return key;
  throw new InvalidRequestError([{ header: HEADER, detail: "Send 1 to 255 visible ASCII characters." }]);
}

export const missingKey = () =>
  new InvalidRequestError([
    { header: HEADER, detail: "Send a key, so that a repeat of this request does nothing more." },
  ]);

/** Tells a repeat of a request from another request with the same key. */
export function requestHash(path: string, body: string): string {
  return createHash("sha256").update(`${path}\n${body}`).digest("hex");
}
