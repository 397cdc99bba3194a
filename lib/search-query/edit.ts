import type { ParsedQuery, Span } from "./filter";

/** A text and where the caret stands in it. */
export interface EditedText {
  text: string;
  caret: number;
}

/** The query as text: its words, then its filters. Read again, it is the same query. */
export function formatQuery({ text, filters }: ParsedQuery): string {
  return [text, ...filters.map((filter) => filter.text)].filter((part) => part !== "").join(" ");
}

/** Puts something else in a span's place. The caret is behind it. */
export function replaceSpan(text: string, { start, end }: Span, replacement: string): EditedText {
  return { text: text.slice(0, start) + replacement + text.slice(end), caret: start + replacement.length };
}

/** The text without a span, such as that of a removed filter, and with one space where it was. */
export function removeSpan(text: string, { start, end }: Span): EditedText {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  const gap = before === "" || after === "" ? "" : " ";
  return { text: before + gap + after, caret: before.length + gap.length };
}

/** The text without several spans that do not overlap. */
export function removeSpans(text: string, spans: readonly Span[]): string {
  const fromTheEnd = [...spans].sort((a, b) => b.start - a.start);
  return fromTheEnd.reduce((rest, span) => removeSpan(rest, span).text, text);
}

/** A value as it is typed behind a colon: in quotation marks if it needs them. It cannot have any itself. */
export function quoteValue(value: string): string {
  const plain = value.replaceAll('"', " ");
  return /[\s,]/.test(plain) ? `"${plain}"` : plain;
}
