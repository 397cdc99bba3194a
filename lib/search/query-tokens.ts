/** One piece of a search query, with the place it came from so that errors can point at it. */
export type QueryToken = WordToken | FilterToken;

interface Span {
  /** Index of the first character, counted in UTF-16 code units as a text field counts them. */
  start: number;
  /** Index after the last character. */
  end: number;
}

export interface WordToken extends Span {
  kind: "word";
  text: string;
  isQuoted: boolean;
  isNegated: boolean;
}

export interface FilterToken extends Span {
  kind: "filter";
  /** In lower case: `bpm`. */
  name: string;
  /** `~bpm:` asks for what is near. */
  isNear: boolean;
  isNegated: boolean;
  value: string;
  valueStart: number;
}

const FILTER_HEAD = /^(-?)(~?)([a-z]+):/i;

/**
 * Splits a query at its spaces. Quotes hold words together (`"deep kick"`, `tag:"late night"`); one that is not closed
 * reaches to the end.
 */
export function tokenizeQuery(query: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < query.length) {
    if (/\s/.test(query.charAt(at))) {
      at++;
      continue;
    }
    const end = tokenEnd(query, at);
    const token = readToken(query, at, end);
    if (token) tokens.push(token);
    at = end;
  }
  return tokens;
}

function tokenEnd(query: string, start: number): number {
  let quoted = false;
  for (let at = start; at < query.length; at++) {
    const character = query.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (!quoted && /\s/.test(character)) return at;
  }
  return query.length;
}

function readToken(query: string, start: number, end: number): QueryToken | null {
  const raw = query.slice(start, end);
  const head = FILTER_HEAD.exec(raw);
  if (head) {
    const [whole, minus, tilde, name = ""] = head;
    const value = unquoted(raw.slice(whole.length));
    const flags = { isNear: tilde === "~", isNegated: minus === "-" };
    return { kind: "filter", name: name.toLowerCase(), ...flags, value, valueStart: start + whole.length, start, end };
  }
  const isNegated = raw.length > 1 && raw.startsWith("-");
  const body = isNegated ? raw.slice(1) : raw;
  const text = unquoted(body);
  return text === "" ? null : { kind: "word", text, isQuoted: body.startsWith('"'), isNegated, start, end };
}

const unquoted = (text: string) => text.replaceAll('"', "").trim();
