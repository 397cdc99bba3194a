import { createHash, randomBytes } from "node:crypto";
import { API_KEY_MARK } from "./constants";

const SECRET_BYTES = 32;
/** Enough to recognise a key by. The remaining 208 bits stay secret. */
const PREFIX_CHARACTERS = API_KEY_MARK.length + 8;
const SHAPE = new RegExp(`^${API_KEY_MARK}[A-Za-z0-9_-]{43}$`);

export interface KeySecret {
  secret: string;
  prefix: string;
  keyHash: string;
}

export function newKeySecret(): KeySecret {
  const secret = `${API_KEY_MARK}${randomBytes(SECRET_BYTES).toString("base64url")}`;
  return { secret, prefix: secret.slice(0, PREFIX_CHARACTERS), keyHash: hashKeySecret(secret) };
}

/** Plain SHA-256 is enough: the secret has 256 random bits, so guessing is hopeless even if it is fast. */
export function hashKeySecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

export function looksLikeKey(text: string): boolean {
  return SHAPE.test(text);
}
