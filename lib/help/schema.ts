import type { Language } from "@/lib/language/constants";

/** A piece of running text. */
export type HelpInline =
  | { kind: "text" | "code"; text: string }
  | { kind: "strong" | "emphasis"; children: HelpInline[] }
  | { kind: "link"; href: string; children: HelpInline[] };

export interface HelpHeading {
  kind: "heading";
  level: 2 | 3;
  /** Its anchor on the page. */
  id: string;
  text: string;
}

export interface HelpCode {
  kind: "code";
  /** `sh`, `json`, `txt` … */
  language: string;
  text: string;
  /** What the commands before it print. */
  isOutput: boolean;
  /** The file that it is, for a program that later commands start. */
  fileName: string | null;
  /** Why nobody runs these commands to check them; null if the tests do. */
  notRun: string | null;
}

export interface HelpTable {
  kind: "table";
  head: HelpInline[][];
  rows: { id: string | null; cells: HelpInline[][] }[];
}

/** A part of a page, as it is drawn and searched. */
export type HelpBlock =
  | HelpHeading
  | HelpCode
  | HelpTable
  | { kind: "paragraph"; children: HelpInline[] }
  | { kind: "list"; isOrdered: boolean; items: HelpBlock[][] };

/** One page of help. */
export interface HelpPage {
  slug: string;
  title: string;
  /** Its first paragraph, as plain text. */
  summary: string;
  blocks: HelpBlock[];
}

/** The pages in their order, in each language. */
export type HelpPages = Readonly<Record<Language, HelpPage[]>>;

/** A page in lists: without its text. */
export type HelpEntry = Pick<HelpPage, "slug" | "title" | "summary">;

/** Text of a search's answer; what was searched for is marked. */
export interface MarkedText {
  text: string;
  isMarked: boolean;
}

/** A section that a search found. */
export interface HelpHit {
  address: string;
  pageTitle: string;
  /** Its heading; null for the beginning of a page. */
  heading: string | null;
  excerpt: MarkedText[];
}

/** What is searched: a heading and what stands below it. */
export interface HelpSection {
  address: string;
  pageTitle: string;
  heading: string | null;
  text: string;
}
