import type { Span } from "./filter";
import { FILTER_KINDS, type FilterKind, filterKindOf } from "./filter-table";
import { normaliseQuery } from "./normalise";
import { readTokens } from "./tokens";

/** What is being typed at the caret. A suggestion takes the place of `span`. */
export type Completion =
  /** A word, which may still become the name of a filter. */
  | { kind: "word"; typed: string; span: Span }
  /** The name of a filter, as there is a tilde before it. */
  | { kind: "name"; typed: string; span: Span }
  /** A value of a filter. `typed` is without quotation marks, `span` with them. */
  | { kind: "value"; filter: FilterKind; typed: string; span: Span };

/** `typed` is what stands before the caret; `span` is all of the word or value. */
export function completionAt(text: string, caret: number): Completion {
  const here = Math.max(0, Math.min(Math.floor(caret) || 0, text.length));
  const plain = normaliseQuery(text);
  const around = readTokens(plain).filter(({ span }) => span.start <= here && here <= span.end);
  // Between two tokens that touch, the one before the caret is being typed.
  const token = around[0];
  const empty = { kind: "word", typed: "", span: { start: here, end: here } } as const;
  if (!token || (token.kind === "phrase" && token.openQuote === null && here === token.span.end)) return empty;
  if (token.kind === "named" && here > token.nameSpan.end) {
    const item = token.items.find(({ span }) => span.start <= here && here <= span.end);
    const filter = filterKindOf(token.name);
    if (!item || !filter) return empty;
    const start = item.span.start + (item.isQuoted ? 1 : 0);
    return { kind: "value", filter, typed: plain.slice(start, here).replace(/"$/, ""), span: item.span };
  }
  const start = token.kind === "named" ? token.nameSpan.start : startOfText(plain, token.span);
  const end = token.kind === "named" ? token.nameSpan.end + 1 : token.span.end;
  if (here < start) return empty;
  const kind = token.isNear ? "name" : "word";
  return { kind, typed: plain.slice(start, here).replace(/^"/, ""), span: { start, end } };
}

function startOfText(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && (text[at] === "-" || text[at] === "~")) at++;
  return at;
}

/** Fewer letters begin too many words that are meant as words. */
const ALIAS_LETTERS = 3;

/** Filters whose name begins with what is typed, then those with such an alias. */
export function filtersBeginningWith(typed: string, isNear = false): FilterKind[] {
  const wanted = typed.toLowerCase();
  const kinds = FILTER_KINDS.filter((kind) => kind.canBeNear || !isNear);
  const byName = kinds.filter((kind) => kind.name.startsWith(wanted));
  const isLong = wanted.length >= ALIAS_LETTERS;
  const byAlias = kinds.filter((kind) => isLong && kind.aliases.some((alias) => alias.startsWith(wanted)));
  return [...new Set([...byName, ...byAlias])];
}
