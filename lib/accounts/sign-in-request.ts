import { v7 as uuidv7 } from "uuid";
import type { ActiveSession } from "@/lib/identity/actor";
import { safeNextPath } from "@/lib/identity/next-path";
import { resolveSession } from "@/lib/identity/session";
import { callbackUrlCookieName } from "@/lib/identity/session-cookie";
import { requestFacts } from "@/lib/request/client-address";
import { isLocalRequest } from "@/lib/request/local-request";
import { LINK_COOKIE, type LinkIntent, readLinkIntent } from "./linked-accounts/link-intent";
import type { ProviderEntry } from "./linked-accounts/mutations";
import { ENTRY_COOKIE, readEntry } from "./registration/entry-cookie";
import type { SigningIn } from "./sign-in/mutations";

/** What a request to next-auth brings besides its form. */
export interface SignInRequest {
  by: SigningIn;
  session: ActiveSession | null;
  linkIntent: LinkIntent | null;
  /** What lets the visitor register, if the other service's answer makes a new account. */
  entry: ProviderEntry;
  /** The page the visitor wanted when they left for another service. */
  nextPath: string;
}

export async function readSignInRequest(
  headers: Pick<Headers, "get">,
  cookie: (name: string) => string | undefined,
): Promise<SignInRequest> {
  const [session, linkIntent, kept] = await Promise.all([
    resolveSession({ headers, cookie }),
    readLinkIntent(cookie(LINK_COOKIE)),
    readEntry(cookie(ENTRY_COOKIE)),
  ]);
  const entry = { ...kept, isLocal: isLocalRequest(headers) };
  const by = { ...requestFacts(headers, uuidv7()), previousSessionId: session?.sessionId ?? null };
  return { by, session, linkIntent, entry, nextPath: pathOf(cookie(callbackUrlCookieName(headers))) };
}

/** The cookie holds a full URL. next-auth has checked that it is on this site; only its path is used. */
function pathOf(callbackUrl: string | undefined): string {
  if (!callbackUrl || !URL.canParse(callbackUrl)) return safeNextPath(null);
  const { pathname, search } = new URL(callbackUrl);
  return safeNextPath(`${pathname}${search}`);
}
