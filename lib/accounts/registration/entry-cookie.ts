import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { type RegistrationEntry, registrationEntrySchema } from "./schema";

const SALT = "registration-entry";

/** Keeps an invitation or a set-up code while the browser visits another service's pages. */
export const ENTRY_COOKIE = "samplemind.entry";
export const ENTRY_SECONDS = 10 * 60;

export function sealEntry(entry: RegistrationEntry): Promise<string> {
  return encode({ token: { ...entry }, secret: env.NEXTAUTH_SECRET, salt: SALT, maxAge: ENTRY_SECONDS });
}

/** Returns an empty entry for anything but a cookie of ours. */
export async function readEntry(cookie: string | undefined): Promise<RegistrationEntry> {
  if (!cookie) return {};
  try {
    const token = await decode({ token: cookie, secret: env.NEXTAUTH_SECRET, salt: SALT });
    return registrationEntrySchema.catch({}).parse(token ?? {});
  } catch {
    return {};
  }
}
