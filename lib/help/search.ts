import type { Language } from "@/lib/language/constants";
import { wordsAtPlaces } from "@/lib/search-documents/folding";
import type { HelpHit, HelpSection, MarkedText } from "./schema";

const HITS_MAX = 20;
const EXCERPT_CHARACTERS = 220;
/** How far before the first word that fits an excerpt begins. */
const LEAD_CHARACTERS = 60;
/** A beginning of a word counts from here on: with fewer letters everything would fit. */
const BEGINNING_CHARACTERS_MIN = 3;
/** What German adds to a word for its case and number: "Samples", "Tasten", "hochgeladene". */
const GERMAN_ENDINGS = /(?:en|em|er|es|e|n|s)$/;
const STEM_CHARACTERS_MIN = 4;
const WORD = /[\p{L}\p{N}]+/gu;

/** A word in the text of a section, in every form by which the library's search would find it. */
interface PlacedWord {
  start: number;
  end: number;
  forms: string[];
}

interface IndexedSection {
  section: HelpSection;
  body: PlacedWord[];
  heading: PlacedWord[];
  title: PlacedWord[];
}

export interface HelpIndex {
  language: Language;
  sections: readonly IndexedSection[];
}

function wordsOf(text: string, language: Language): PlacedWord[] {
  return [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    forms: formsOf(match[0], language),
  }));
}

function formsOf(word: string, language: Language): string[] {
  const forms = wordsAtPlaces(word).flat();
  if (language === "en") return forms;
  const stems = forms
    .map((form) => form.replace(GERMAN_ENDINGS, ""))
    .filter((stem) => stem.length >= STEM_CHARACTERS_MIN);
  return [...new Set([...forms, ...stems])];
}

/** Takes the sections apart once, for all searches. */
export function indexHelp(sections: readonly HelpSection[], language: Language = "en"): HelpIndex {
  const words = (text: string) => wordsOf(text, language);
  const indexed = sections.map((section) => ({
    section,
    body: words(section.text),
    heading: words(section.heading ?? ""),
    title: words(section.pageTitle),
  }));
  return { language, sections: indexed };
}

/** 1 for the word itself, less for a word that begins with it, 0 for any other. */
function likeness(wanted: readonly string[], { forms }: PlacedWord): number {
  if (forms.some((form) => wanted.includes(form))) return 1;
  const isBegun = wanted.some(
    (want) => want.length >= BEGINNING_CHARACTERS_MIN && forms.some((form) => form.startsWith(want)),
  );
  return isBegun ? 0.4 : 0;
}

const best = (wanted: readonly string[], words: readonly PlacedWord[]) =>
  words.reduce((most, word) => Math.max(most, likeness(wanted, word)), 0);

/** How well one word fits a section: headings count most, then the page's title, then how often the text has it. */
function fitOf(wanted: readonly string[], { body, heading, title }: IndexedSection): number {
  const often = body.reduce((sum, word) => sum + likeness(wanted, word), 0);
  return 8 * best(wanted, heading) + 3 * best(wanted, title) + Math.log2(1 + often);
}

/**
 * The sections that have all words of a question, the best first. Words are folded as the library's search folds them:
 * capitals, accents and the plural make no difference, and the beginning of a word is enough. If no section has all
 * words, those that have most of them.
 */
export function searchHelp(index: HelpIndex, question: string): { hits: HelpHit[]; hasAllWords: boolean } {
  const words = wordsOf(question, index.language).map(({ forms }) => forms);
  if (words.length === 0) return { hits: [], hasAllWords: true };
  const rated = index.sections
    .map((entry) => {
      const fits = words.map((wanted) => fitOf(wanted, entry));
      return { entry, found: fits.filter((fit) => fit > 0).length, fit: fits.reduce((sum, fit) => sum + fit, 0) };
    })
    .filter(({ found }) => found > 0);
  const most = rated.reduce((highest, { found }) => Math.max(highest, found), 0);
  const hits = rated
    .filter(({ found }) => found === most)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, HITS_MAX)
    .map(({ entry }) => hitOf(entry, words));
  return { hits, hasAllWords: most === words.length || hits.length === 0 };
}

function hitOf({ section, body }: IndexedSection, words: readonly string[][]): HelpHit {
  const { address, pageTitle, heading, text } = section;
  const places = body.filter((word) => words.some((wanted) => likeness(wanted, word) > 0));
  const start = excerptStart(text, places);
  return { address, pageTitle, heading, excerpt: markedExcerpt(text, start, places) };
}

/** Where most of the words stand near each other, and a little before. */
function excerptStart(text: string, places: readonly PlacedWord[]): number {
  let [bestStart, bestCount] = [0, 0];
  for (const { start } of places) {
    const near = places.filter((place) => place.start >= start && place.end <= start + EXCERPT_CHARACTERS);
    const kinds = new Set(near.map(({ forms }) => forms[0])).size;
    if (kinds > bestCount) [bestStart, bestCount] = [start, kinds];
  }
  if (bestStart <= LEAD_CHARACTERS) return 0;
  const space = text.lastIndexOf(" ", bestStart - LEAD_CHARACTERS);
  return space < 0 ? 0 : space + 1;
}

function markedExcerpt(text: string, start: number, places: readonly PlacedWord[]): MarkedText[] {
  const space = text.indexOf(" ", start + EXCERPT_CHARACTERS);
  const end = space < 0 ? text.length : space;
  const pieces: MarkedText[] = [];
  const add = (piece: string, isMarked: boolean) => piece !== "" && pieces.push({ text: piece, isMarked });
  let at = start;
  if (start > 0) add("… ", false);
  for (const place of places.filter((one) => one.start >= start && one.end <= end)) {
    add(text.slice(at, place.start), false);
    add(text.slice(place.start, place.end), true);
    at = place.end;
  }
  add(text.slice(at, end), false);
  if (end < text.length) add(" …", false);
  return pieces;
}
