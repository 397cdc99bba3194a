import type { Span } from "./filter";

/** One value of a filter, between commas. */
export interface Item {
  /** Without its quotation marks. */
  text: string;
  /** With them. */
  span: Span;
  isQuoted: boolean;
}

interface TokenBase {
  /** Of all of it, with its signs. */
  span: Span;
  /** A minus before it. */
  isNegated: boolean;
  /** A tilde before it. */
  isNear: boolean;
  /** Where a quotation mark opens that none closes. */
  openQuote: number | null;
}

/** A word, a phrase in quotation marks, or `name:value,value` of whatever name. */
export type Token = TokenBase &
  (
    | { kind: "word"; text: string }
    | { kind: "phrase"; text: string }
    | { kind: "named"; name: string; nameSpan: Span; items: Item[] }
  );

const SIGNS = /[-~]*/y;
const NAME = /(\p{L}[\p{L}\p{N}_-]*):/uy;
const SPACE = /\s+/y;
const BARE = /[^\s"]+/y;
const BARE_ITEM = /[^\s",]*/y;

/** Cuts a normalised text (`normaliseQuery`) into tokens. Every character is in one token at most. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = skip(SPACE, text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = skip(SPACE, text, token.span.end);
  }
  return tokens;
}

function readToken(text: string, start: number): Token {
  const afterSigns = skip(SIGNS, text, start);
  const signs = text.slice(start, afterSigns);
  const base = { isNegated: signs.includes("-"), isNear: signs.includes("~"), openQuote: null };
  if (text[afterSigns] === '"') {
    const quoted = readQuoted(text, afterSigns);
    return {
      ...base,
      kind: "phrase",
      text: quoted.text,
      span: { start, end: quoted.end },
      openQuote: quoted.isClosed ? null : afterSigns,
    };
  }
  NAME.lastIndex = afterSigns;
  const name = NAME.exec(text)?.[1];
  if (name !== undefined) {
    const nameSpan = { start: afterSigns, end: afterSigns + name.length };
    const { items, end, openQuote } = readItems(text, nameSpan.end + 1);
    return { ...base, kind: "named", name, nameSpan, items, span: { start, end }, openQuote };
  }
  const end = skip(BARE, text, afterSigns);
  return { ...base, kind: "word", text: text.slice(afterSigns, end), span: { start, end } };
}

/** Values between commas. There is one at least, though it may be empty. */
function readItems(text: string, start: number): { items: Item[]; end: number; openQuote: number | null } {
  const items: Item[] = [];
  let at = start;
  for (;;) {
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      items.push({ text: quoted.text, span: { start: at, end: quoted.end }, isQuoted: true });
      if (!quoted.isClosed) return { items, end: quoted.end, openQuote: at };
      at = quoted.end;
    } else {
      const end = skip(BARE_ITEM, text, at);
      items.push({ text: text.slice(at, end), span: { start: at, end }, isQuoted: false });
      at = end;
    }
    if (text[at] !== ",") return { items, end: at, openQuote: null };
    at++;
  }
}

function readQuoted(text: string, start: number): { text: string; end: number; isClosed: boolean } {
  const close = text.indexOf('"', start + 1);
  if (close < 0) return { text: text.slice(start + 1), end: text.length, isClosed: false };
  return { text: text.slice(start + 1, close), end: close + 1, isClosed: true };
}

/** The position behind what the pattern finds at `at`, or `at` itself. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
