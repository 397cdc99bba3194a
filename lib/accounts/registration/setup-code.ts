import { createHash, timingSafeEqual } from "node:crypto";
import { derivedKey } from "@/lib/platform/derived-key";

/** Without letters and digits that look alike. 32 of them, so that five bits are one character. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const GROUPS = 3;
const GROUP_LENGTH = 4;

/**
 * The code that whoever set this server up can read, as `ABCD-EFGH-JKLM`. Derived from the installation's secret: all
 * processes know it, and nothing has to be stored.
 */
export function setupCode(): string {
  const bytes = derivedKey("set-up code");
  const characters = Array.from(bytes.subarray(0, GROUPS * GROUP_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]);
  return Array.from({ length: GROUPS }, (_, group) =>
    characters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(""),
  ).join("-");
}

/** Spaces, hyphens and the case of letters do not matter. */
export function isSetupCode(text: string): boolean {
  return timingSafeEqual(digest(text), digest(setupCode()));
}

const digest = (text: string) =>
  createHash("sha256")
    .update(text.toUpperCase().replace(/[^A-Z0-9]/g, ""))
    .digest();
