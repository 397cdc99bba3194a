import { editDistance } from "@/lib/search-query/edit-distance";
import type { Suggestion } from "./schema";

/** Shorter words are as often meant as mistyped. */
const SHORTEST = 3;
const SHORT = 4;

/** Numbers are never misspelled words. */
export const mayBeMisspelled = (word: string): boolean => [...word].length >= SHORTEST && !/\d/.test(word);

/**
 * The word of a library that was most likely meant: the nearest in letters to insert, delete, replace or swap, and of
 * equally near ones the most frequent. Null if none is near.
 */
export function likelyWord(typed: string, alike: readonly Suggestion[]): string | null {
  if (!mayBeMisspelled(typed)) return null;
  const allowed = [...typed].length <= SHORT ? 1 : 2;
  let best: { value: string; distance: number; count: number } | null = null;
  for (const { value, count } of alike) {
    if (value === typed || !mayBeMisspelled(value)) continue;
    if (differingLetters(typed, value) > allowed) continue;
    const distance = editDistance(typed, value);
    if (distance > allowed) continue;
    if (!best || distance < best.distance || (distance === best.distance && count > best.count))
      best = { value, distance, count };
  }
  return best?.value ?? null;
}

/** Two words need at least so many changes, as each makes one letter another one. Far sooner known than how many. */
function differingLetters(a: string, b: string): number {
  let missing = 0;
  let left = b;
  for (const letter of a) {
    const at = left.indexOf(letter);
    if (at < 0) missing += 1;
    else left = left.slice(0, at) + left.slice(at + 1);
  }
  return Math.max(missing, left.length);
}
