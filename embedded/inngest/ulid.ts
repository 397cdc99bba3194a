import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
let lastMs = 0;
let entropy = Buffer.alloc(10);

/** A ULID: 26 characters that sort by time of creation, in one process even within the same millisecond. */
export function ulid(): string {
  const nowMs = Date.now();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    entropy = randomBytes(10);
    // Leaves room to count up within a millisecond without overflow.
    entropy[0] = (entropy[0] ?? 0) & 0x7f;
  } else {
    increment(entropy);
  }
  return encode(BigInt(lastMs), 10) + encode(BigInt(`0x${entropy.toString("hex")}`), 16);
}

function increment(bytes: Buffer): void {
  for (let index = bytes.length - 1; index >= 0; index--) {
    const next = ((bytes[index] ?? 0) + 1) & 0xff;
    bytes[index] = next;
    if (next !== 0) return;
  }
}

function encode(value: bigint, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest >>= 5n) text = alphabet[Number(rest & 31n)] + text;
  return text;
}
