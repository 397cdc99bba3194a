import { createHash, timingSafeEqual } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { SECOND_STEP_SECONDS } from "@/lib/accounts/constants";
import { env } from "@/lib/env";

/** Gives tickets their own encryption key: a session cookie cannot be used as a ticket, nor a ticket as a session. */
const SALT = "second-step";

interface Ticket {
  userId: string;
  /** How the first step was done, for the audit. */
  method: string;
}

/** Proves the first step of a sign-in while the second is pending. Encrypted, valid for minutes, and not a session. */
export function issueTicket({ userId, method }: Ticket, passwordHash: string | null): Promise<string> {
  const token = { sub: userId, method, password: fingerprint(passwordHash) };
  return encode({ token, secret: env.NEXTAUTH_SECRET, salt: SALT, maxAge: SECOND_STEP_SECONDS });
}

/**
 * Returns null if the text is not a ticket, or is too old. `isFor` tells whether the password is unchanged since the
 * first step.
 */
export async function readTicket(
  text: string,
): Promise<(Ticket & { isFor(passwordHash: string | null): boolean }) | null> {
  try {
    const token = await decode({ token: text, secret: env.NEXTAUTH_SECRET, salt: SALT });
    const { sub, method, password } = token ?? {};
    if (typeof sub !== "string" || typeof method !== "string" || typeof password !== "string") return null;
    const isFor = (hash: string | null) => timingSafeEqual(Buffer.from(password), Buffer.from(fingerprint(hash)));
    return { userId: sub, method, isFor };
  } catch {
    return null;
  }
}

const fingerprint = (passwordHash: string | null) =>
  createHash("sha256")
    .update(passwordHash ?? "no password")
    .digest("base64url");
