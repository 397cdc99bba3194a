import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const SECRET_BYTES = 20;
const STEP_SECONDS = 30;
const DIGITS = 6;
/** A phone's clock may be half a minute off either way. */
const STEPS_AROUND = [0, -1, 1];
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** Whole 30-second steps since 1970: the moving factor of RFC 6238. */
export const timeStepAt = (ms: number): number => Math.floor(ms / 1000 / STEP_SECONDS);

/** The six-digit code of a time step: HOTP (RFC 4226) with HMAC-SHA-1, as every authenticator makes it. */
export function codeAt(secret: Buffer, timeStep: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(timeStep));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, "0");
}

/** The time step that a code belongs to, at most one away from now. Returns null if it belongs to none. */
export function matchingTimeStep(secret: Buffer, code: string, nowMs = Date.now()): number | null {
  const now = timeStepAt(nowMs);
  const matches = STEPS_AROUND.map((around) => now + around).filter((step) => sameText(codeAt(secret, step), code));
  return matches[0] ?? null;
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** RFC 4648 without padding: the form in which people type a secret into an authenticator. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => BASE32[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}

/** The text of the QR code: the key URI format that authenticator apps share. */
export function keyUri(secret: Buffer, email: string): string {
  const issuer = "SampleMind";
  const label = `${issuer}:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${issuer}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
}
