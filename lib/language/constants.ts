/** The languages that every text is written in. The first is the one of the source. */
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What may be chosen: the browser's, or one of ours. */
export const LANGUAGE_CHOICES = ["auto", ...LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/** Kept beside a person's choices: the language that they registered in, for letters until they choose one. */
export const FIRST_LANGUAGE = "firstLanguage";

/** Each in its own words, for whoever reads no other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch" };

export const LANGUAGE_DESCRIPTIONS: Readonly<Record<Language, string>> = {
  en: "Everything in English",
  de: "Alles auf Deutsch",
};

/** Dates as they are written where the language is spoken; English with the day first. */
export const DATE_LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", de: "de-DE" };
