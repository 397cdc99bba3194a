import { singular, spellings, splitText } from "@/lib/search-documents/folding";
import type { Expression } from "./expression";

/** A word or phrase of a query, or several of which one is enough. */
export interface TypedWord {
  /** As it was typed, without its minus and quotation marks. */
  text: string;
  expression: Expression;
  isNegated: boolean;
  isPhrase: boolean;
}

export interface TypedWords {
  /** All of them must hold. Of the words of one entry, one is enough. */
  clauses: TypedWord[][];
}

/** More words than a name has. The rest of a longer query is not searched. */
const WORDS_MAX = 32;
const TOKENS = /(-*)"([^"]*)"?|(\S+)/g;

/**
 * Reads words as `websearch_to_tsquery` does: quotation marks for phrases, a minus for what must not be there, `or`
 * between alternatives; and folds them as documents are folded. Whatever is typed, it means something or nothing.
 *
 * @param isTyping the last word is only begun: it is found wherever a word begins like this
 */
export function readWords(text: string, { isTyping }: { isTyping: boolean }): TypedWords {
  const clauses: TypedWord[][] = [];
  let isAlternative = false;
  let count = 0;
  for (const match of text.replaceAll("\0", " ").matchAll(TOKENS)) {
    const [whole, signs = "", phrase, bare = ""] = match;
    if (bare.toLowerCase() === "or") {
      isAlternative = clauses.length > 0;
      continue;
    }
    const isPhrase = phrase !== undefined;
    const isNegated = isPhrase ? signs !== "" : bare.startsWith("-");
    const content = isPhrase ? phrase : bare.replace(/^-+/, "");
    const isLast = match.index + whole.length === text.length;
    const expression = expressionOf(content, isPhrase || isNegated, isTyping && isLast && !isPhrase);
    if (!expression) continue;
    count += 1;
    if (count > WORDS_MAX) break;
    const word = { text: content.trim(), expression, isNegated, isPhrase };
    if (isAlternative) clauses.at(-1)?.push(word);
    else clauses.push([word]);
    isAlternative = false;
  }
  return { clauses };
}

/** What the words of a query ask of a document. Null if there are none. */
export function expressionOfWords({ clauses }: TypedWords): Expression | null {
  const of = clauses.map((words) => joined("any", words.map(expressionOfWord)));
  return of.length === 0 ? null : joined("all", of);
}

/** The words as they may be typed. */
export function textOfWords({ clauses }: TypedWords): string {
  const written = ({ text, isNegated, isPhrase }: TypedWord) =>
    `${isNegated ? "-" : ""}${isPhrase ? `"${text}"` : text}`;
  return clauses.map((words) => words.map(written).join(" or ")).join(" ");
}

export function expressionOfWord({ expression, isNegated }: TypedWord): Expression {
  return isNegated ? { kind: "not", of: expression } : expression;
}

function expressionOf(text: string, isPhrase: boolean, isBegun: boolean): Expression | null {
  const groups = splitText(text);
  if (groups.length === 0) return null;
  if (isPhrase && !(groups.length === 1 && groups[0]?.whole)) {
    return joined(
      "phrase",
      groups.flatMap(({ words }) => words.map((word) => wordExpression(word, false))),
    );
  }
  return joined(
    "all",
    groups.map(({ words, whole }, at) => {
      const isOpen = isBegun && at === groups.length - 1;
      const last = words.length - 1;
      const parts = joined(
        "phrase",
        words.map((word, place) => wordExpression(word, isOpen && place === last)),
      );
      return whole === null ? parts : joined("any", [wordExpression(whole, isOpen), parts]);
    }),
  );
}

/** A word in each spelling. Documents have plurals in the singular too. */
function wordExpression(word: string, isBegun: boolean): Expression {
  const terms = new Map<string, Expression>();
  for (const spelling of spellings(word)) {
    const single = singular(spelling);
    terms.set(single, { kind: "term", lexeme: single, isPrefix: isBegun && single === spelling });
    if (isBegun && single !== spelling) terms.set(spelling, { kind: "term", lexeme: spelling, isPrefix: true });
  }
  return joined("any", [...terms.values()]);
}

function joined(kind: "all" | "any" | "phrase", of: Expression[]): Expression {
  const [only] = of;
  return of.length === 1 && only ? only : { kind, of };
}
