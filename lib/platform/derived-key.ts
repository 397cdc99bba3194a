import { hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

const KEY_BYTES = 32;

/** Deriving takes longer than what a key is used for. There are a handful of purposes. */
const known = new Map<string, Buffer>();

/** A 32-byte key for each purpose, derived from the installation's secret (HKDF, RFC 5869). */
export function derivedKey(purpose: string): Buffer {
  const key =
    known.get(purpose) ?? Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "samplemind", purpose, KEY_BYTES));
  known.set(purpose, key);
  return key;
}
