import { msg } from "@/lib/language/text";
import type { QueryProblem, Span } from "./filter";
import type { Token } from "./tokens";

/** A piece of the words for Postgres: a word or phrase with its minus, or the operator between two. */
export type WordPiece = { text: string; isOr: false } | { isOr: true; span: Span };

const HAS_CONTENT = /[\p{L}\p{N}]|[^\x20-\x7e\s]/u;

/** What of a token is searched as words. Nothing if it has neither letter nor digit. */
export function wordPieces(token: Token): WordPiece[] {
  const sign = token.isNegated ? "-" : "";
  if (token.kind === "phrase") return contentOf([`${sign}"${plainSpaces(token.text)}"`]);
  if (token.kind === "named") {
    // An unknown filter. What is not wanted is all of it, not each of its words.
    const words = [token.name, ...token.items.map((item) => item.text)].join(" ").replace(/[:~-]+/g, " ");
    return contentOf(token.isNegated ? [`-"${plainSpaces(words)}"`] : words.split(/\s+/).map(notOperator));
  }
  const isOperator = token.text.toLowerCase() === "or" && !token.isNegated && !token.isNear;
  return isOperator ? [{ isOr: true, span: token.span }] : contentOf([sign + notOperator(token.text)]);
}

function notOperator(word: string): string {
  return word.toLowerCase() === "or" ? `"${word}"` : word;
}

function plainSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function contentOf(texts: readonly string[]): WordPiece[] {
  return texts.filter((text) => HAS_CONTENT.test(text)).map((text) => ({ text, isOr: false }));
}

/** The words in the syntax of `websearch_to_tsquery`. An "or" without a word on each side would be searched as a word. */
export function joinWords(pieces: readonly WordPiece[], problems: QueryProblem[]): string {
  const words: string[] = [];
  let waiting: Span | null = null;
  for (const piece of pieces) {
    if (!piece.isOr) {
      if (waiting) words.push("or");
      waiting = null;
      words.push(piece.text);
    } else if (waiting || words.length === 0) {
      problems.push(strayOr(piece.span));
    } else {
      waiting = piece.span;
    }
  }
  if (waiting) problems.push(strayOr(waiting));
  return words.join(" ");
}

function strayOr(span: Span): QueryProblem {
  return { span, message: msg('An "or" stands between two words. Several values of a filter have commas: key:8A,9A.') };
}
