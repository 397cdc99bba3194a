/** What a document must have in words. */
export type Expression =
  | { kind: "term"; lexeme: string; isPrefix: boolean }
  | { kind: "all" | "any" | "phrase"; of: Expression[] }
  | { kind: "not"; of: Expression };

export interface Term {
  lexeme: string;
  isPrefix: boolean;
}

/** The weights of a `tsvector` in which a word may stand; empty for any. */
export type Weights = "" | "A" | "B" | "C" | "D" | "ACD";

/**
 * The text of a `tsquery`. `weightsOf` says, for each word, where it may stand. Lexemes are letters, digits and signs
 * that no tokenizer of Postgres sees, so nothing that is typed can be an operator.
 */
export function queryText(expression: Expression, weightsOf: (term: Term) => Weights = () => ""): string {
  if (expression.kind === "term") return termText(expression, weightsOf(expression));
  if (expression.kind === "not") return `!(${queryText(expression.of, weightsOf)})`;
  const operator = { all: " & ", any: " | ", phrase: " <-> " }[expression.kind];
  return `(${expression.of.map((part) => queryText(part, weightsOf)).join(operator)})`;
}

function termText({ lexeme, isPrefix }: Term, weights: Weights): string {
  const flags = `${isPrefix ? "*" : ""}${weights}`;
  return `'${lexeme.replace(/['\\]/g, "$&$&")}'${flags && `:${flags}`}`;
}

export function termsOf(expression: Expression): Term[] {
  if (expression.kind === "term") return [expression];
  return expression.kind === "not" ? termsOf(expression.of) : expression.of.flatMap(termsOf);
}

/** At most how many documents match, from how many have each word; `total` where that says nothing. */
export function mostMatches(expression: Expression, countOf: (term: Term) => number, total: number): number {
  if (expression.kind === "not") return total;
  if (expression.kind === "term") return Math.min(total, countOf(expression));
  const parts = expression.of.map((part) => mostMatches(part, countOf, total));
  if (expression.kind === "any")
    return Math.min(
      total,
      parts.reduce((sum, part) => sum + part, 0),
    );
  return Math.min(total, ...parts);
}

/** The share of documents that match, from that of each word, if words have nothing to do with each other. */
export function expectedShare(expression: Expression, shareOf: (term: Term) => number): number {
  if (expression.kind === "not") return 1 - expectedShare(expression.of, shareOf);
  if (expression.kind === "term") return shareOf(expression);
  const parts = expression.of.map((part) => expectedShare(part, shareOf));
  if (expression.kind === "any") return 1 - parts.reduce((none, part) => none * (1 - part), 1);
  return expression.kind === "all" ? parts.reduce((all, part) => all * part, 1) : Math.min(...parts);
}

/**
 * The same with beginnings of words replaced by the words that begin so, where they are known. An index finds some words
 * far sooner than all that begin alike, which it looks for in every library.
 */
export function withWholeWords(
  expression: Expression,
  begunBy: (lexeme: string) => readonly string[] | null,
): Expression {
  if (expression.kind === "not") return { ...expression, of: withWholeWords(expression.of, begunBy) };
  if (expression.kind !== "term")
    return { ...expression, of: expression.of.map((part) => withWholeWords(part, begunBy)) };
  const words = expression.isPrefix ? begunBy(expression.lexeme) : null;
  if (!words?.length) return expression;
  const of = words.map((lexeme): Expression => ({ kind: "term", lexeme, isPrefix: false }));
  return of.length === 1 && of[0] ? of[0] : { kind: "any", of };
}
