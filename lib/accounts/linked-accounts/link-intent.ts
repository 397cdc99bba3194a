import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { PROVIDERS, type ProviderId } from "./schema";

const SALT = "link-intent";

/** Carries a person's wish to link through the service's pages and back. */
export const LINK_COOKIE = "samplemind.link";
export const LINK_SECONDS = 10 * 60;

export interface LinkIntent {
  sessionId: string;
  provider: ProviderId;
}

/** Encrypted, bound to one session and one service: another browser's answer links nothing. */
export function sealLinkIntent({ sessionId, provider }: LinkIntent): Promise<string> {
  return encode({ token: { sub: sessionId, provider }, secret: env.NEXTAUTH_SECRET, salt: SALT, maxAge: LINK_SECONDS });
}

export async function readLinkIntent(cookie: string | undefined): Promise<LinkIntent | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: env.NEXTAUTH_SECRET, salt: SALT });
    const provider = PROVIDERS.find((id) => id === token?.provider);
    return token?.sub && provider ? { sessionId: token.sub, provider } : null;
  } catch {
    return null;
  }
}
