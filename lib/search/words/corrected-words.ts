import "server-only";
import { singleWord } from "@/lib/search-documents/folding";
import type { Asked, TermCounts } from "./asked";
import { changesAllowed, likelyWord, mayBeMisspelled } from "./corrections";
import { mostMatches } from "./expression";
import type { Suggestion } from "./schema";
import { findBegunAlike, findSpelledAlike } from "./suggestions/lookups";
import type { TypedWord, TypedWords } from "./typed-words";

/** So few hits may come from a misspelled word. */
export const FEW_HITS = 2;
/** How many times as many samples a word must have that is searched beside one that was found. */
const FAR_MORE = 10;
/** Words of a query for which others are looked for, one after the other: each reads thousands of the library's words. */
const MISSPELLED_MOST = 6;

/** The words with those replaced that nothing or hardly anything has. Null if there are none to replace. */
export async function correctedWords(ownerId: string, asked: Asked, counts: TermCounts): Promise<TypedWords | null> {
  let isChanged = false;
  let looked = 0;
  const corrected = async (word: TypedWord): Promise<TypedWord> => {
    const has = mostMatches(word.expression, counts.wordCount, counts.total);
    const typed = singleWord(word.text);
    if (typed === null || !mayBeMisspelled(typed) || word.isNegated || word.isPhrase || has > FEW_HITS) return word;
    if (looked === MISSPELLED_MOST) return word;
    looked += 1;
    // What is hardly there may be right. Only what is not there at all is looked for behind other first letters.
    const usual = (alike: readonly Suggestion[]) =>
      likelyWord(
        typed,
        alike.filter(({ count }) => count >= has * FAR_MORE),
      );
    const most = changesAllowed(typed);
    const meant =
      usual(await findBegunAlike(ownerId, typed, most)) ??
      (has === 0 ? usual(await findSpelledAlike(ownerId, typed, most)) : null);
    if (meant === null) return word;
    isChanged = true;
    return { ...word, text: meant, expression: { kind: "term", lexeme: meant, isPrefix: false } };
  };
  const clauses: TypedWord[][] = [];
  for (const words of asked.words.clauses) {
    const clause: TypedWord[] = [];
    for (const word of words) clause.push(await corrected(word));
    clauses.push(clause);
  }
  return isChanged ? { clauses } : null;
}
