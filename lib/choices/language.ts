import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { acceptedLanguage } from "@/lib/language/accepted";
import type { Language } from "@/lib/language/constants";
import type { Text } from "@/lib/language/text";
import { textOf } from "@/lib/language/text-of";
import { loadChoices } from "./loaders";

/** The language of this request's page: chosen, otherwise what the browser asks for. */
export const loadLanguage = cache(async (): Promise<Language> => {
  const { language } = await loadChoices();
  return language === "auto" ? acceptedLanguage((await headers()).get("accept-language")) : language;
});

/** The texts of this request's page. */
export const loadText = cache(async (): Promise<Text> => textOf(await loadLanguage()));
