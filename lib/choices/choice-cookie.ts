import { CHOICE_VALUES, type Choices, DEFAULT_CHOICES, DISMISSED_PATTERN } from "./constants";

/** Mirrors a person's choices, so that the first byte of a page is right; all that a visitor has. */
export const CHOICES_COOKIE = "choices";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
/** Long enough for every choice at its longest; a longer cookie is nobody's. */
const LENGTH_MAX = 400;

/** Also the browser writes it, for a visitor and before the server has answered. */
export const CHOICES_COOKIE_OPTIONS = { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" } as const;

/** Only what differs from the usual: `theme=light&density=compact`. */
export function cookieOfChoices(choices: Choices): string {
  const names = Object.keys(DEFAULT_CHOICES) as (keyof Choices)[];
  const differing = names.filter((name) => choices[name] !== DEFAULT_CHOICES[name]);
  return differing.map((name) => `${name}=${choices[name]}`).join("&");
}

/** What a cookie says. What an older version or a stranger wrote into it is as if it were not there. */
export function choicesOfCookie(text: string | undefined): Choices {
  if (!text || text.length > LENGTH_MAX) return DEFAULT_CHOICES;
  const given = new URLSearchParams(text);
  const dismissed = given.get("dismissed") ?? "";
  return {
    language: oneOf("language", given),
    theme: oneOf("theme", given),
    motion: oneOf("motion", given),
    density: oneOf("density", given),
    notation: oneOf("notation", given),
    dismissed: DISMISSED_PATTERN.test(dismissed) ? dismissed : "",
  };
}

function oneOf<Name extends keyof typeof CHOICE_VALUES>(name: Name, given: URLSearchParams): Choices[Name] {
  const values: readonly string[] = CHOICE_VALUES[name];
  const value = given.get(name) ?? "";
  return (values.includes(value) ? value : DEFAULT_CHOICES[name]) as Choices[Name];
}
