/** What can be asked with `is:`. */
export const STATES = ["corrected", "unsure", "favourite", "duplicate", "failed"] as const;
export const TYPES = ["loop", "one-shot", "track"] as const;

const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  loops: "loop",
  oneshot: "one-shot",
  oneshots: "one-shot",
  "one-shots": "one-shot",
  "one shot": "one-shot",
  tracks: "track",
  favorite: "favourite",
  favourites: "favourite",
  favorites: "favourite",
  duplicates: "duplicate",
  "not-allowed": "not_allowed",
  "not allowed": "not_allowed",
  "all rights reserved": "all-rights-reserved",
};

/** One of a fixed list of labels, in whatever spelling people use. */
export function readChoice(text: string, choices: readonly string[]): string[] | null {
  const label = plainLabel(text);
  const found = Object.hasOwn(OTHER_SPELLINGS, label) ? OTHER_SPELLINGS[label] : label;
  return found !== undefined && choices.includes(found) ? [found] : null;
}

/** A free label, such as a tag: lower case, as documents have it. */
export function readLabel(text: string): string[] | null {
  const label = plainLabel(text);
  return label === "" ? null : [label];
}

/** A folder with slashes between its parts and none around it: `drums/kicks`. */
export function readFolder(text: string): string[] | null {
  const parts = plainLabel(text)
    .split(/[/\\]/)
    .map((part) => part.trim());
  const path = parts.filter((part) => part !== "").join("/");
  return path === "" ? null : [path];
}

/** As documents have their facets. */
function plainLabel(text: string): string {
  return text.trim().toLowerCase().normalize("NFC");
}
