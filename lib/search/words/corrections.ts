import { editDistance } from "@/lib/search-query/edit-distance";
import type { Suggestion } from "./schema";

/** Shorter words are as often meant as mistyped. */
const SHORTEST = 3;
const SHORT = 4;

/** Numbers are never misspelled words. */
export const mayBeMisspelled = (word: string): boolean => [...word].length >= SHORTEST && !/\d/.test(word);

/** How many letters of a word may be mistyped. */
export const changesAllowed = (typed: string): number => ([...typed].length <= SHORT ? 1 : 2);

/**
 * The word of a library that was most likely meant: the nearest in letters to insert, delete, replace or swap, and of
 * equally near ones the most frequent. Null if none is near.
 */
export function likelyWord(typed: string, alike: readonly Suggestion[]): string | null {
  if (!mayBeMisspelled(typed)) return null;
  const allowed = changesAllowed(typed);
  let best: { value: string; distance: number; count: number } | null = null;
  for (const { value, count } of alike) {
    if (value === typed || !mayBeMisspelled(value)) continue;
    const distance = editDistance(typed, value);
    if (distance > allowed) continue;
    if (!best || distance < best.distance || (distance === best.distance && count > best.count))
      best = { value, distance, count };
  }
  return best?.value ?? null;
}
