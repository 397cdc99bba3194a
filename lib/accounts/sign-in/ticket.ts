import { createHash, timingSafeEqual } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { SECOND_STEP_SECONDS } from "@/lib/accounts/constants";
import { env } from "@/lib/env";

/** Encrypts under a key of its own: a session cookie is no ticket and a ticket no session cookie. */
const SALT = "second-step";

interface Ticket {
  userId: string;
  /** How the first step was done, for the audit. */
  method: string;
}

/** What stands for the first step of a sign-in while its second is awaited: encrypted, good for minutes, no session. */
export function issueTicket({ userId, method }: Ticket, passwordHash: string | null): Promise<string> {
  const token = { sub: userId, method, password: fingerprint(passwordHash) };
  return encode({ token, secret: env.NEXTAUTH_SECRET, salt: SALT, maxAge: SECOND_STEP_SECONDS });
}

/** Null for what is no ticket or is too old. `isFor` asks whether the password is still the one that was shown. */
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
