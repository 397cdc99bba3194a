import type { Licence } from "@/lib/music/rights";
import { nameOf } from "./addresses";
import { cleanLine, cleanText } from "./clean-text";
import type { PublicItem } from "./schema";

const NOTES = ["C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"];
const MINUTE_SECONDS = 60;
const DESCRIPTION_CHARACTERS = 5000;

/** Where a licence's text is. What is all reserved has none. */
export const LICENCE_ADDRESSES: Readonly<Record<Licence, string | null>> = {
  cc0: "https://creativecommons.org/publicdomain/zero/1.0/",
  "cc-by": "https://creativecommons.org/licenses/by/4.0/",
  "cc-by-nc": "https://creativecommons.org/licenses/by-nc/4.0/",
  "all-rights-reserved": null,
};

/** `3:07`, or `0.8 s` of what is shorter than ten seconds. */
function lengthText(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / MINUTE_SECONDS)}:${String(whole % MINUTE_SECONDS).padStart(2, "0")}`;
}

/** The values of a sound in a line: length, tempo and key, as far as they are known. */
export function factsOf({ seconds, bpm, keyTonic, keyMode }: PublicItem): string {
  const key = keyTonic === null ? null : `${NOTES[keyTonic] ?? ""} ${keyMode ?? ""}`.trim();
  return [lengthText(seconds), bpm === null ? null : `${Math.round(bpm)} BPM`, key].filter(Boolean).join(" · ");
}

/** What its artist wrote about it, and if that is nothing, what it is. */
export function descriptionOf(item: PublicItem): string {
  const written = cleanText(item.description).slice(0, DESCRIPTION_CHARACTERS);
  if (written) return written.toWellFormed();
  const by = item.artist ? ` by ${nameOf(item.artist)}` : "";
  return `A sound${by}: ${factsOf(item)}.`;
}

export const summaryOf = (item: PublicItem): string => cleanLine(descriptionOf(item), 200);

export const tagsOf = (item: PublicItem): string[] => item.tags.map((tag) => cleanLine(tag, 60)).filter(Boolean);

/** ISO 8601, as schema.org has lengths: `PT3M7S`. */
export function isoLength(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const minutes = Math.floor(whole / MINUTE_SECONDS);
  return `PT${minutes > 0 ? `${minutes}M` : ""}${whole % MINUTE_SECONDS}S`;
}
