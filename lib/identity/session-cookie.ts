import { decode } from "next-auth/jwt";
import { env } from "@/lib/env";

const COOKIE = "next-auth.session-token";
const CALLBACK_COOKIE = "next-auth.callback-url";

/** Exactly as next-auth decides it: by `NEXTAUTH_URL` where it is set, else by how the visitor came. */
export function usesSecureCookies(headers: Pick<Headers, "get">): boolean {
  if (env.NEXTAUTH_URL) return env.NEXTAUTH_URL.startsWith("https://");
  return headers.get("x-forwarded-proto") !== "http";
}

/** The name next-auth gives its cookie for this request. */
export function sessionCookieName(headers: Pick<Headers, "get">): string {
  return usesSecureCookies(headers) ? `__Secure-${COOKIE}` : COOKIE;
}

/** The name of the cookie in which next-auth keeps where to go after another service has answered. */
export function callbackUrlCookieName(headers: Pick<Headers, "get">): string {
  return usesSecureCookies(headers) ? `__Secure-${CALLBACK_COOKIE}` : CALLBACK_COOKIE;
}

/** The session id in an encrypted cookie of ours; null for anything else. It does not say that the session is live. */
export async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: env.NEXTAUTH_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}
