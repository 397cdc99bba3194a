import { msg, type Text } from "@/lib/language/text";
import type { KeyNotation } from "@/lib/music/key-notations";
import { type Completion, filtersBeginningWith } from "@/lib/search-query/completion";
import { type EditedText, quoteValue, replaceSpan } from "@/lib/search-query/edit";
import { nameOfCamelot } from "./key-names";

/** A line of the list under the search box. */
export interface Suggestion {
  /** What is shown. */
  label: string;
  /** What it is: `Tag`, `Tempo`, `Title`. */
  detail: string;
  /** How many samples it would find. Null for names of filters. */
  count: number | null;
  /** What takes the place of what was typed. */
  insert: string;
  /** Whether typing goes on right behind it, as behind the name of a filter. */
  isOpen: boolean;
}

/** A word, title or facet of the library that begins with what is typed. */
export interface KnownTerm {
  /** The name of a facet, `word` or `title`. */
  kind: string;
  term: string;
  count: number;
}

const MOST = 10;
const FILTERS_BESIDE_TERMS = 4;

/** What may be meant at the caret: names of filters, their fixed values, and what the library has. */
export function suggestionsFor(
  completion: Completion,
  known: readonly KnownTerm[],
  t: Text,
  notation: KeyNotation = "musical",
): Suggestion[] {
  if (completion.kind === "value") return valueSuggestions(completion, known, t, notation).slice(0, MOST);
  const names = filtersBeginningWith(completion.typed, completion.kind === "name").map((kind) => ({
    label: `${kind.name}:`,
    detail: t("{label}, such as {example}", { label: t(kind.label), example: kind.example }),
    count: null,
    insert: `${kind.name}:`,
    isOpen: true,
  }));
  if (completion.kind === "name" || completion.typed === "") return names;
  const terms = known.map((term) => termSuggestion(term, t, notation));
  return [...names.slice(0, FILTERS_BESIDE_TERMS), ...terms].slice(0, MOST);
}

function valueSuggestions(
  { filter, typed }: Extract<Completion, { kind: "value" }>,
  known: readonly KnownTerm[],
  t: Text,
  notation: KeyNotation,
) {
  const counts = new Map(known.map(({ term, count }) => [term, count]));
  const begun = typed.trim().toLowerCase();
  const fixed = filter.values.filter((value) => value.startsWith(begun) && !counts.has(value));
  const values = [...known.map(({ term }) => term), ...fixed];
  return values.map((value) => ({
    label: value,
    detail: (filter.name === "key" && nameOfCamelot(value, notation, t)) || t(filter.label),
    count: counts.get(value) ?? null,
    insert: quoteValue(value),
    isOpen: false,
  }));
}

const KINDS: Readonly<Record<string, string>> = {
  ...{
    tag: msg("Tag"),
    key: msg("Key"),
    type: msg("Type"),
    instrument: msg("Instrument"),
    genre: msg("Genre"),
    mood: msg("Mood"),
  },
  ...{ in: msg("Folder"), is: msg("State"), title: msg("Title"), word: msg("Word") },
};

function termSuggestion({ kind, term, count }: KnownTerm, t: Text, notation: KeyNotation): Suggestion {
  const isFacet = kind !== "title" && kind !== "word";
  const text = quoteValue(term);
  const keyName = kind === "key" ? nameOfCamelot(term, notation, t) : null;
  return {
    label: keyName ? `${term} ${keyName}` : term,
    detail: t(KINDS[kind] ?? kind),
    count,
    insert: isFacet ? `${kind}:${text}` : text,
    isOpen: false,
  };
}

/** The text with a suggestion in it, and the caret where typing goes on. */
export function withSuggestion(text: string, completion: Completion, { insert, isOpen }: Suggestion): EditedText {
  const edited = replaceSpan(text, completion.span, insert);
  if (isOpen) return edited;
  const next = edited.text[edited.caret];
  if (next === undefined) return { text: `${edited.text} `, caret: edited.caret + 1 };
  return { ...edited, caret: edited.caret + (next === " " ? 1 : 0) };
}
