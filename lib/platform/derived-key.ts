import { hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

const KEY_BYTES = 32;

/** A key of its own for each purpose, all from the installation's secret (HKDF, RFC 5869): 32 bytes. */
export function derivedKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "samplemind", purpose, KEY_BYTES));
}
