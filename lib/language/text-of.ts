import type { Language } from "./constants";
import { GERMAN } from "./german/studio";
import { type Dictionary, ENGLISH, type Text, textIn } from "./text";

const DICTIONARIES: Readonly<Record<Exclude<Language, "en">, Dictionary>> = { de: GERMAN };

/** One for each language: what it has worked out from its words is kept. */
const TEXTS = new Map<Language, Text>([["en", ENGLISH]]);

/** Everything that is said, in one language. Only for servers: a browser loads what its pages need. */
export function textOf(language: Language): Text {
  const known = TEXTS.get(language);
  if (known || language === "en") return known ?? ENGLISH;
  const made = textIn(language, DICTIONARIES[language]);
  TEXTS.set(language, made);
  return made;
}
