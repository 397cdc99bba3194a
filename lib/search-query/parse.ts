import { msg } from "@/lib/language/text";
import { MAX_QUERY_CHARACTERS, MAX_QUERY_TERMS } from "./constants";
import type { Filter, ParsedQuery, QueryProblem } from "./filter";
import { type FilterKind, filterKindOf, type ReadOptions } from "./filter-table";
import { nearestFilterName } from "./nearest-name";
import { normaliseQuery } from "./normalise";
import { readTokens, type Token } from "./tokens";
import { joinWords, type WordPiece, wordPieces } from "./words";

type NamedToken = Extract<Token, { kind: "named" }>;

/**
 * Reads what somebody typed into the search box. It never throws: what cannot be read is a problem with its place, and
 * the rest counts. Filters are taken out of the words, wherever they stand. Spans are positions in `text` as it is.
 *
 * @param now what `today` and ages are counted from. Days are those of UTC.
 */
export function parseQuery(text: string, now: Date = new Date()): ParsedQuery {
  const problems: QueryProblem[] = [];
  const filters: Filter[] = [];
  const pieces: WordPiece[] = [];
  for (const token of limitedTokens(text, problems)) {
    if (token.openQuote !== null) {
      const span = { start: token.openQuote, end: token.openQuote + 1 };
      problems.push({ span, message: msg("This quotation mark is not closed.") });
    }
    const kind = token.kind === "named" ? filterKindOf(token.name) : null;
    if (token.kind !== "named" || !kind) {
      if (token.kind === "named") problems.push(unknownFilter(token));
      pieces.push(...wordPieces(token));
    } else {
      const filter = readFilter(token, kind, text, now, problems);
      if (filter) filters.push(filter);
    }
  }
  return { text: joinWords(pieces, problems), filters, problems };
}

function limitedTokens(text: string, problems: QueryProblem[]): Token[] {
  let length = Math.min(text.length, MAX_QUERY_CHARACTERS);
  // No half of a character at the end.
  if (length < text.length && /[\ud800-\udbff]/.test(text[length - 1] ?? "")) length--;
  if (length < text.length) {
    const message = msg`A search has at most ${MAX_QUERY_CHARACTERS.toLocaleString("en-GB")} characters. The rest is left out.`;
    problems.push({ span: { start: length, end: text.length }, message });
  }
  const tokens = readTokens(normaliseQuery(text.slice(0, length)));
  const first = tokens[MAX_QUERY_TERMS];
  if (first) {
    const message = msg`A search has at most ${MAX_QUERY_TERMS} words and filters. The rest is left out.`;
    problems.push({ span: { start: first.span.start, end: length }, message });
  }
  return tokens.slice(0, MAX_QUERY_TERMS);
}

function unknownFilter({ name, nameSpan }: NamedToken): QueryProblem {
  const meant = nearestFilterName(name);
  const message = meant
    ? msg`There is no filter "${name}:". Did you mean "${meant}:"?`
    : msg`There is no filter "${name}:". It is searched as words.`;
  return { span: { start: nameSpan.start, end: nameSpan.end + 1 }, message };
}

function readFilter(
  token: NamedToken,
  kind: FilterKind,
  typed: string,
  now: Date,
  problems: QueryProblem[],
): Filter | null {
  if (token.isNear && !kind.canBeNear) {
    const span = { start: token.span.start, end: token.nameSpan.end + 1 };
    problems.push({
      span,
      message: msg`The sign ~ stands before bpm: and key: only. "${kind.name}:" is taken without it.`,
    });
  }
  const options = { isNear: token.isNear && kind.canBeNear, now };
  const base = { isNegated: token.isNegated, text: typed.slice(token.span.start, token.span.end), span: token.span };
  if (token.openQuote !== null) base.text += '"';
  if ("facet" in kind) {
    const anyOf = [...new Set(readItems(token, kind, kind.read, options, problems))];
    return anyOf.length > 0 ? { ...base, kind: "facet", facet: kind.facet, anyOf } : null;
  }
  const anyOf = readItems(token, kind, kind.read, options, problems);
  return anyOf.length > 0 ? { ...base, kind: "range", number: kind.number, anyOf } : null;
}

/** What all values of the list stand for. Those that cannot be read are problems. An empty one beside others is none. */
function readItems<Value>(
  { items, span, nameSpan }: NamedToken,
  kind: FilterKind,
  read: (text: string, options: ReadOptions) => Value[] | null,
  options: ReadOptions,
  problems: QueryProblem[],
): Value[] {
  const filled = items.filter((item) => item.text.trim() !== "");
  if (filled.length === 0) problems.push({ span: { start: nameSpan.start, end: span.end }, message: kind.expects });
  return filled.flatMap((item) => {
    const values = read(item.text, options);
    if (!values) problems.push({ span: item.span, message: kind.expects });
    return values ?? [];
  });
}
