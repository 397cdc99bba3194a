import { createHmac, randomBytes } from "node:crypto";
import { derivedKey } from "@/lib/platform/derived-key";
import { base32 } from "./totp";

export const RECOVERY_CODES = 10;
const CODE_LENGTH = 10;
const RANDOM_BYTES = 7;

/** Each has ten characters of base 32 (50 random bits) in two groups: `K7QMD-3XJZP`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const text = base32(randomBytes(RANDOM_BYTES)).slice(0, CODE_LENGTH);
    return `${text.slice(0, CODE_LENGTH / 2)}-${text.slice(CODE_LENGTH / 2)}`;
  });
}

/** Keyed with the installation's secret: from a plain hash, whoever has the table could guess the 50 bits. */
export function recoveryCodeHash(code: string, userId: string): string {
  const canonical = code.toUpperCase().replaceAll(/[\s-]/g, "");
  return createHmac("sha256", derivedKey("recovery codes")).update(`${userId}:${canonical}`).digest("hex");
}
