import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { loadLanguage, loadText } from "@/lib/choices/language";
import type { Language } from "@/lib/language/constants";
import { requestOrigin } from "@/lib/request/request-origin";
import { HELP_PATH } from "./addresses";
import { HELP_QUESTION_CHARACTERS_MAX } from "./constants";
import { sectionsOf } from "./plain-text";
import type { HelpEntry, HelpHit, HelpPage, HelpPages } from "./schema";
import { type HelpIndex, indexHelp, searchHelp } from "./search";

/** The built pages, and what a search reads of them. They cannot change while the process runs. */
let built: Promise<Readonly<Record<Language, BuiltHelp>>> | null = null;

interface BuiltHelp {
  pages: readonly HelpPage[];
  index: HelpIndex;
}

async function readBuilt() {
  // `scripts/build.mjs` writes it.
  const text = await readFile(join(/* turbopackIgnore: true */ process.cwd(), "dist", "help.json"), "utf8");
  const { en, de } = JSON.parse(text) as HelpPages;
  return { en: builtOf(en, "en"), de: builtOf(de, "de") };
}

const builtOf = (pages: readonly HelpPage[], language: Language): BuiltHelp => ({
  pages,
  index: indexHelp(pages.flatMap(sectionsOf), language),
});

/** The help in the language of this request's page. */
async function builtHelp(): Promise<BuiltHelp> {
  const language = await loadLanguage();
  built ??= readBuilt();
  // A file that is not there yet is looked for again.
  built.catch(() => {
    built = null;
  });
  return (await built)[language];
}

const entryOf = ({ slug, title, summary }: HelpPage): HelpEntry => ({ slug, title, summary });

/** All pages, in their order. */
export async function loadHelpEntries(): Promise<HelpEntry[]> {
  const { pages } = await builtHelp();
  return pages.map(entryOf);
}

export interface HelpAnswer {
  question: string;
  /** Whether only the beginning of the question was searched. */
  isCut: boolean;
  hits: HelpHit[];
  /** Whether the sections have all words of the question, or only some. */
  hasAllWords: boolean;
}

/** What the help says about a question. Needs no account, and asks no database. */
export async function loadHelpAnswer(asked: string): Promise<HelpAnswer> {
  const question = asked.trim().slice(0, HELP_QUESTION_CHARACTERS_MAX).toWellFormed();
  const { index } = await builtHelp();
  return { question, isCut: asked.trim().length > question.length, ...searchHelp(index, question) };
}

export interface HelpPageView {
  page: HelpPage;
  entries: HelpEntry[];
  previous: HelpEntry | null;
  next: HelpEntry | null;
}

/** A page with its neighbours; null if there is none of this name. */
export async function loadHelpPage(slug: string): Promise<HelpPageView | null> {
  const { pages } = await builtHelp();
  const at = pages.findIndex((page) => page.slug === slug);
  const page = pages[at];
  if (!page) return null;
  const entryAt = (place: number) => (pages[place] ? entryOf(pages[place]) : null);
  return { page, entries: pages.map(entryOf), previous: at > 0 ? entryAt(at - 1) : null, next: entryAt(at + 1) };
}

/** The head of a page of help, or of where all help begins. A search has no address of its own for others. */
export async function loadHelpHead(slug: string | null, isSearch = false): Promise<Metadata> {
  const t = await loadText();
  const page = slug === null ? null : ((await loadHelpPage(slug))?.page ?? null);
  if (slug !== null && page === null) return { title: t("Page not found"), robots: { index: false } };
  const title = page?.title ?? t("Help");
  const description = page?.summary ?? t("What SampleMind measures, how to use it, and how to run it.");
  const address = `${requestOrigin(await headers())}${HELP_PATH}${page ? `/${page.slug}` : ""}`;
  return {
    title,
    description,
    alternates: { canonical: address },
    openGraph: { type: "article", url: address, title, description, siteName: "SampleMind" },
    twitter: { card: "summary", title, description },
    ...(isSearch ? { robots: { index: false, follow: true } } : {}),
  };
}
