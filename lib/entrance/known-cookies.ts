import { LINK_COOKIE } from "@/lib/accounts/linked-accounts/link-intent";
import { ENTRY_COOKIE } from "@/lib/accounts/registration/entry-cookie";
import { CHOICES_COOKIE } from "@/lib/choices/choice-cookie";
import { HIDDEN_LAYERS_COOKIE } from "@/lib/samples/timeline-layers";

/** What next-auth calls its cookies, with or without a prefix that browsers protect. */
const SIGN_IN_COOKIES = ["session-token", "callback-url", "csrf-token", "state", "pkce.code_verifier", "nonce"];
/** next-auth cuts a session that is too long for one cookie into `….0`, `….1` and so on. */
const SESSION_PARTS = 5;

const KNOWN_COOKIES: ReadonlySet<string> = new Set([
  ...["", "__Secure-", "__Host-"].flatMap((prefix) =>
    SIGN_IN_COOKIES.map((name) => `${prefix}next-auth.${name}`).concat(
      Array.from({ length: SESSION_PARTS }, (_, part) => `${prefix}next-auth.session-token.${part}`),
    ),
  ),
  LINK_COOKIE,
  ENTRY_COOKIE,
  HIDDEN_LAYERS_COOKIE,
  CHOICES_COOKIE,
]);

/**
 * The cookies that the application reads, each once. A browser sends those of everything else on the same host, too,
 * and the framework's work grows with the square of their number.
 * @returns undefined if there are none.
 */
export function knownCookies(header: string): string | undefined {
  const kept = new Map<string, string>();
  for (const pair of header.split(";")) {
    const name = pair.slice(0, pair.indexOf("=")).trim();
    // Of several cookies with one name, browsers send the one with the longest path first.
    if (KNOWN_COOKIES.has(name) && !kept.has(name)) kept.set(name, pair.trim());
  }
  return kept.size === 0 ? undefined : [...kept.values()].join("; ");
}
