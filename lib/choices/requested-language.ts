import { acceptedLanguage } from "@/lib/language/accepted";
import type { Language } from "@/lib/language/constants";
import { CHOICES_COOKIE, choicesOfCookie } from "./choice-cookie";

/** The language of somebody without an account: what is chosen in this browser, otherwise what it asks for. */
export function requestedLanguage(
  headers: Pick<Headers, "get">,
  cookie: (name: string) => string | undefined,
): Language {
  const { language } = choicesOfCookie(cookie(CHOICES_COOKIE));
  return language === "auto" ? acceptedLanguage(headers.get("accept-language")) : language;
}
