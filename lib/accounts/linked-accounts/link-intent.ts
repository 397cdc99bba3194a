import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { PROVIDERS, type ProviderId } from "./constants";

const SALT = "link-intent";

/** Cookie that remembers, while the browser visits the service's pages, that the person wants to link it. */
export const LINK_COOKIE = "samplemind.link";
export const LINK_SECONDS = 10 * 60;

export interface LinkIntent {
  sessionId: string;
  provider: ProviderId;
}

/** Encrypted and bound to one session and one service, so it is useless in another browser. */
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
