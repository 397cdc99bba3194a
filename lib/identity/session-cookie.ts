import { decode } from "next-auth/jwt";
import { env } from "@/lib/env";

const COOKIE = "next-auth.session-token";
const CALLBACK_COOKIE = "next-auth.callback-url";

/** Decides exactly as next-auth does: by `NEXTAUTH_URL` if it is set, otherwise by the request's protocol. */
export function usesSecureCookies(headers: Pick<Headers, "get">): boolean {
  if (env.NEXTAUTH_URL) return env.NEXTAUTH_URL.startsWith("https://");
  return headers.get("x-forwarded-proto") !== "http";
}

/** The name next-auth gives its cookie for this request. */
export function sessionCookieName(headers: Pick<Headers, "get">): string {
  return usesSecureCookies(headers) ? `__Secure-${COOKIE}` : COOKIE;
}

/** The name of the cookie in which next-auth keeps where to go after a service has answered. */
export function callbackUrlCookieName(headers: Pick<Headers, "get">): string {
  return usesSecureCookies(headers) ? `__Secure-${CALLBACK_COOKIE}` : CALLBACK_COOKIE;
}

/** The session id in our encrypted cookie. Returns null for anything else. Does not check that the session is live. */
export async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: env.NEXTAUTH_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}
