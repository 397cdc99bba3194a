import { v7 as uuidv7 } from "uuid";
import { requestedLanguage } from "@/lib/choices/requested-language";
import type { ActiveSession } from "@/lib/identity/actor";
import { safeNextPath } from "@/lib/identity/next-path";
import { resolveSession } from "@/lib/identity/session";
import { callbackUrlCookieName } from "@/lib/identity/session-cookie";
import type { Language } from "@/lib/language/constants";
import { requestFacts } from "@/lib/request/client-address";
import { LINK_COOKIE, type LinkIntent, readLinkIntent } from "./linked-accounts/link-intent";
import { ENTRY_COOKIE, readEntry } from "./registration/entry-cookie";
import type { RegistrationEntry } from "./registration/schema";
import type { SigningIn } from "./sign-in/mutations";

/** What a request to next-auth brings besides its form. */
export interface SignInRequest {
  by: SigningIn;
  session: ActiveSession | null;
  linkIntent: LinkIntent | null;
  /** What lets the visitor register, if the other service's answer makes a new account. */
  entry: RegistrationEntry;
  /** What their letters are written in then. */
  language: Language;
  /** The page the visitor wanted when they left for another service. */
  nextPath: string;
}

export async function readSignInRequest(
  headers: Pick<Headers, "get">,
  cookie: (name: string) => string | undefined,
): Promise<SignInRequest> {
  const [session, linkIntent, entry] = await Promise.all([
    resolveSession({ headers, cookie }),
    readLinkIntent(cookie(LINK_COOKIE)),
    readEntry(cookie(ENTRY_COOKIE)),
  ]);
  const by = { ...requestFacts(headers, uuidv7()), previousSessionId: session?.sessionId ?? null };
  const language = requestedLanguage(headers, cookie);
  return { by, session, linkIntent, entry, language, nextPath: pathOf(cookie(callbackUrlCookieName(headers))) };
}

/** The cookie holds a full URL. next-auth has checked that it is on this site; only its path is used. */
function pathOf(callbackUrl: string | undefined): string {
  if (!callbackUrl || !URL.canParse(callbackUrl)) return safeNextPath(null);
  const { pathname, search } = new URL(callbackUrl);
  return safeNextPath(`${pathname}${search}`);
}
