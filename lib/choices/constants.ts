import { LANGUAGE_CHOICES, type LanguageChoice } from "@/lib/language/constants";
import { KEY_NOTATIONS, type KeyNotation } from "@/lib/music/key-notations";

/** Dark, light, black and white with strong borders, or as the device says. */
export const THEMES = ["dark", "light", "contrast", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** As the device says, or nothing moves. */
export const MOTIONS = ["system", "none"] as const;
export type Motion = (typeof MOTIONS)[number];

/** How much room the rows of lists take. */
export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

/** How a person wants the application to look and to write. */
export interface Choices {
  language: LanguageChoice;
  theme: Theme;
  motion: Motion;
  density: Density;
  notation: KeyNotation;
  /** The id of the announcement that was put away. Empty if none was. */
  dismissed: string;
}

export const DEFAULT_CHOICES: Choices = {
  language: "auto",
  theme: "dark",
  motion: "system",
  density: "comfortable",
  notation: "musical",
  dismissed: "",
};

/** What may be chosen, in the order in which it is offered. */
export const CHOICE_VALUES = {
  language: LANGUAGE_CHOICES,
  theme: THEMES,
  motion: MOTIONS,
  density: DENSITIES,
  notation: KEY_NOTATIONS,
} as const;

/** An id is a short word, whoever wrote it into the cookie. */
export const DISMISSED_PATTERN = /^[\w-]{0,64}$/;
