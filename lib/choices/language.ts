import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { acceptedLanguage } from "@/lib/language/accepted";
import type { Language } from "@/lib/language/constants";
import { GERMAN } from "@/lib/language/german/studio";
import { type Dictionary, ENGLISH, type Text, textIn } from "@/lib/language/text";
import { loadChoices } from "./loaders";

const DICTIONARIES: Readonly<Record<Exclude<Language, "en">, Dictionary>> = { de: GERMAN };

/** One for each language: what it has worked out from its words is kept. */
const TEXTS = new Map<Language, Text>([["en", ENGLISH]]);

export function textOf(language: Language): Text {
  const known = TEXTS.get(language);
  if (known || language === "en") return known ?? ENGLISH;
  const made = textIn(language, DICTIONARIES[language]);
  TEXTS.set(language, made);
  return made;
}

/** The language of this request's page: chosen, otherwise what the browser asks for. */
export const loadLanguage = cache(async (): Promise<Language> => {
  const { language } = await loadChoices();
  return language === "auto" ? acceptedLanguage((await headers()).get("accept-language")) : language;
});

/** The texts of this request's page. */
export const loadText = cache(async (): Promise<Text> => textOf(await loadLanguage()));
