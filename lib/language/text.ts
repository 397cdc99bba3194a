import type { Language } from "./constants";

/** Forms of a text by the number in it, as `Intl.PluralRules` names them. */
export type Forms = Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;
/** From the English text to another language's. A text with a number is found by its English plural. */
export type Dictionary = Readonly<Record<string, string | Forms>>;

export type Values = Readonly<Record<string, string | number>>;

/** Writes texts in one language. English is the source, so a text without a translation is shown as it is. */
export interface Text {
  /** `t("{name} is ready", { name })`. Numbers are written with their thousands apart. */
  (english: string, values?: Values): string;
  /** `t.count(3, "{count} file", "{count} files")` */
  count(value: number, one: string, other: string, values?: Values): string;
  /** The text with its places for values as they are. */
  template(english: string): string;
  language: Language;
}

/** A note for translators, such as "[verb] Open". Nobody else sees it. */
const NOTE = /^\[[a-z ]+\] /;
const PLACE = /\{(\w+)\}/g;

const NO_WORDS: Dictionary = {};

export function textIn(language: Language, dictionary: Dictionary): Text {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const written = (value: string | number) => (typeof value === "number" ? numbers.format(value) : value);
  const fill = (template: string, values: Values) =>
    template.replace(PLACE, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : written(value);
    });
  const find = (english: string) => (Object.hasOwn(dictionary, english) ? dictionary[english] : undefined);
  const template = (english: string) => {
    const found = find(english);
    return typeof found === "string" ? found : (found?.other ?? english.replace(NOTE, ""));
  };
  const one = (english: string, values?: Values) => {
    if (values) return fill(template(english), values);
    return find(english) === undefined ? (said(english, dictionary, template) ?? template(english)) : template(english);
  };
  const count = (value: number, single: string, other: string, values: Values = {}) => {
    const form = plurals.select(value);
    const found = find(other);
    const chosen = typeof found === "object" ? (found[form] ?? found.other) : found;
    return fill(chosen ?? (form === "one" ? single : other).replace(NOTE, ""), { count: value, ...values });
  };
  return Object.assign(one, { count, template, language });
}

/** The texts as they are in the source. */
export const ENGLISH: Text = textIn("en", NO_WORDS);

/**
 * Marks a text that is shown elsewhere, by `t`. As a template, what stands in it is found again by `t`: the dictionary
 * has its places as `{0}`, `{1}`.
 */
export function msg(text: string | TemplateStringsArray, ...values: readonly (string | number)[]): string {
  if (typeof text === "string") return text;
  return text.reduce((whole, part, index) => `${whole}${values[index - 1] ?? ""}${part}`);
}

const patterns = new WeakMap<Dictionary, readonly { pattern: RegExp; english: string }[]>();

/** Translates a sentence that another room has put together from a marked template. Null if it comes from none. */
function said(english: string, dictionary: Dictionary, template: (english: string) => string): string | null {
  for (const known of patternsOf(dictionary)) {
    const match = known.pattern.exec(english);
    if (match)
      return template(known.english).replace(/\{(\d)\}/g, (_, place: string) => match[Number(place) + 1] ?? "");
  }
  return null;
}

function patternsOf(dictionary: Dictionary) {
  const known = patterns.get(dictionary);
  if (known) return known;
  const made = Object.keys(dictionary)
    .filter((english) => english.includes("{0}"))
    .map((english) => ({ english, pattern: new RegExp(`^${escaped(english).replace(/\\\{\d\\\}/g, "(.+?)")}$`, "s") }));
  patterns.set(dictionary, made);
  return made;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
