import { createHmac, timingSafeEqual } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { derivedKey } from "./derived-key";

const TAG_BYTES = 16;
const VALID_MS = 60 * 60 * 1000;

/** What a receipt is of, and who may use it. */
export interface ReceiptOf {
  what: string;
  holderId: string;
  /** The id of what it was taken from. */
  from: string;
}

/**
 * What was removed, signed for whoever removed it. With it they put it back as it was within an hour, and nothing else:
 * nobody can write one themselves. Nothing of it is kept here.
 */
export function writeReceipt(of: ReceiptOf, content: unknown, now = Date.now()): string {
  const text = JSON.stringify({ until: now + VALID_MS, content });
  const payload = deflateRawSync(text).toString("base64url");
  return `${payload}.${tagOf(of, payload)}`;
}

/** Null if it was not given to this person for this, or too long ago. */
export function readReceipt<Content>(
  of: ReceiptOf,
  schema: z.ZodType<Content>,
  receipt: string,
  now = Date.now(),
): Content | null {
  const [payload = "", tag = "", ...rest] = receipt.split(".");
  const [shown, expected] = [Buffer.from(tag), Buffer.from(tagOf(of, payload))];
  if (rest.length > 0 || shown.length !== expected.length || !timingSafeEqual(shown, expected)) return null;
  const text = inflateRawSync(Buffer.from(payload, "base64url")).toString("utf8");
  const { data } = z.object({ until: z.number(), content: schema }).safeParse(JSON.parse(text));
  return data && data.until >= now ? data.content : null;
}

function tagOf({ what, holderId, from }: ReceiptOf, payload: string): string {
  const mac = createHmac("sha256", derivedKey("receipts")).update(`${what}\n${holderId}\n${from}\n${payload}`);
  return mac.digest().subarray(0, TAG_BYTES).toString("base64url");
}
