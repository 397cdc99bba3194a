import Negotiator from "negotiator";
import { LANGUAGES, type Language } from "./constants";

/** The language of ours that a browser asks for first (RFC 9110, Accept-Language). English where it asks for none. */
export function acceptedLanguage(header: string | null | undefined): Language {
  if (!header) return LANGUAGES[0];
  const [best = LANGUAGES[0]] = new Negotiator({ headers: { "accept-language": header } }).languages([...LANGUAGES]);
  return best as Language;
}
