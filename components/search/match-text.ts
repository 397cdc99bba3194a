import { msg, type Text } from "@/lib/language/text";
import { formatPercent } from "@/lib/music/notation";
import type { SearchExplanation, SearchHit } from "@/lib/search/schema";
import type { WordField } from "@/lib/search/words/schema";
import { ASPECTS, type Aspect } from "@/lib/similarity/schema";

const FIELDS: Record<WordField, string> = {
  title: msg("in its name"),
  tags: msg("in its tags"),
  description: msg("in its description or folder"),
  artist: msg("in what the file says"),
};

export const ASPECT_NAMES: Record<Aspect, string> = {
  timbre: msg("Timbre"),
  rhythm: msg("Rhythm"),
  harmony: msg("Harmony"),
};

/** Why a result is there, as short texts: `“kick” in its name and in its tags`, `bpm:120`. */
export function matchTexts({ words, meaning, filters }: SearchExplanation, t: Text): string[] {
  const found = words?.matched.map(({ word, fields }) =>
    fields.length === 0
      ? t("“{word}”", { word })
      : t("“{word}” {places}", { word, places: fields.map((field) => t(FIELDS[field])).join(` ${t("and")} `) }),
  );
  const meant = meaning ? [t("Sounds like these words: {share}", { share: formatPercent(meaning.similarity, t) })] : [];
  return [...(found ?? []), ...meant, ...filters];
}

/**
 * How well a hit matches, 0–1. Where sounds are compared, it is how alike they are: the best of a library without
 * anything alike must not look like a perfect match. Null in a sorted list, which has no best match.
 */
export const matchShare = ({ score, explanation }: Pick<SearchHit, "score" | "explanation">): number | null =>
  explanation.sound?.similarity ?? score;

export interface AspectMatch {
  aspect: Aspect;
  /** 0–1: sounds that are opposites are as little alike as strangers. */
  share: number;
}

/** How alike the sounds are, aspect by aspect. Empty if no sounds were compared. */
export function aspectMatches({ sound }: SearchExplanation): AspectMatch[] {
  return sound ? ASPECTS.map((aspect) => ({ aspect, share: Math.max(0, Math.min(1, sound.aspects[aspect])) })) : [];
}
