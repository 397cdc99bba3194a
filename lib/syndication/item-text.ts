import { publicText } from "@/lib/format/public-text";
import { formatDuration } from "@/lib/format/time";
import { ENGLISH, type Text } from "@/lib/language/text";
import { formatBpm, formatKey } from "@/lib/music/notation";
import { nameOf } from "./addresses";
import { cleanLine } from "./clean-text";
import type { PublicItem } from "./schema";

const MINUTE_SECONDS = 60;
const DESCRIPTION_CHARACTERS = 5000;

/** The values of a sound in a line, in English for other programs: length, tempo and key, as far as they are known. */
export function factsOf({ seconds, bpm, keyTonic, keyMode }: PublicItem, t: Text = ENGLISH): string {
  const tempo = bpm === null ? null : `${formatBpm(bpm, t)} BPM`;
  const key = keyTonic === null || keyMode === null ? null : formatKey({ tonic: keyTonic, mode: keyMode }, t);
  return [formatDuration(seconds, t), tempo, key].filter(Boolean).join(" · ");
}

/** What its artist wrote about it, and if that is nothing, what it is. */
export function descriptionOf(item: PublicItem, t: Text = ENGLISH): string {
  const written = publicText(item.description).slice(0, DESCRIPTION_CHARACTERS);
  if (written) return written.toWellFormed();
  const facts = factsOf(item, t);
  return item.artist
    ? t("A sound by {name}: {facts}.", { name: nameOf(item.artist), facts })
    : t("A sound: {facts}.", { facts });
}

export const summaryOf = (item: PublicItem, t: Text): string => cleanLine(descriptionOf(item, t), 200);

export const tagsOf = (item: PublicItem): string[] => item.tags.map((tag) => cleanLine(tag, 60)).filter(Boolean);

/** ISO 8601, as schema.org has lengths: `PT3M7S`. */
export function isoLength(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const minutes = Math.floor(whole / MINUTE_SECONDS);
  return `PT${minutes > 0 ? `${minutes}M` : ""}${whole % MINUTE_SECONDS}S`;
}
