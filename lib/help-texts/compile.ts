import { valueAnchor } from "@/lib/help/addresses";
import { HELP_SLUGS } from "@/lib/help/constants";
import { inlineText } from "@/lib/help/plain-text";
import type { HelpBlock, HelpHeading, HelpInline, HelpPage } from "@/lib/help/schema";
import { ENGLISH, type Text } from "@/lib/language/text";
import { GENERATED } from "./generated-tables";
import { KNOWN_TABLES } from "./known-tables";
import { type BuildNote, readMarkdown } from "./markdown";
import { completed } from "./tables";
import { fieldsOf, VALUES_TO_EXPLAIN } from "./value-fields";

/** Pages in another language than English: its words, and the English pages, whose anchors they have. */
export interface Translation {
  t: Text;
  english: readonly HelpPage[];
}

/** What the pages made so far have settled. */
interface Making {
  t: Text;
  done: Set<string>;
}

/**
 * Makes the pages of help from their Markdown, by slug, and from what the code knows of itself.
 * @throws Error with all that is wrong: a value, filter, variable or code without its words, a link to nothing
 */
export function compileHelp(sources: ReadonlyMap<string, string>, translation?: Translation): HelpPage[] {
  const wrong: string[] = [];
  const making: Making = { t: translation?.t ?? ENGLISH, done: new Set() };
  const pages = HELP_SLUGS.flatMap((slug) => {
    const source = sources.get(slug);
    try {
      if (source === undefined) throw new Error("there is no such file");
      const page = pageOf(slug, source, making);
      const model = translation?.english.find((one) => one.slug === slug);
      return [model ? withAnchorsOf(model, page) : page];
    } catch (error) {
      wrong.push(`docs/help/${slug}.md: ${(error as Error).message}`);
      return [];
    }
  });
  const strays = [...sources.keys()].filter((slug) => !(HELP_SLUGS as readonly string[]).includes(slug));
  wrong.push(...strays.map((slug) => `docs/help/${slug}.md is in no group of lib/help/constants.ts`));
  wrong.push(
    ...allNotes()
      .filter((note) => !making.done.has(note))
      .map((note) => `nothing stands below <!-- ${note} -->`),
  );
  wrong.push(...deadLinks(pages));
  if (wrong.length > 0) throw new Error(`The help is not complete:\n${wrong.join("\n")}`);
  return pages;
}

const allNotes = () => [
  ...VALUES_TO_EXPLAIN.map((value) => `fields: ${value}`),
  ...Object.keys(KNOWN_TABLES).map((name) => `complete: ${name}`),
  ...Object.keys(GENERATED).map((name) => `list: ${name}`),
];

/** Addresses are the same in every language, so the nth heading of a page has the anchor of the English one. */
function withAnchorsOf(model: HelpPage, page: HelpPage): HelpPage {
  const wanted = headingsOf(model);
  const own = headingsOf(page);
  if (own.map(({ level }) => level).join() !== wanted.map(({ level }) => level).join())
    throw new Error("it has other headings than the English page");
  for (const [at, heading] of own.entries()) heading.id = wanted[at]?.id ?? heading.id;
  return page;
}

const headingsOf = ({ blocks }: HelpPage) => blocks.filter((block): block is HelpHeading => block.kind === "heading");

function pageOf(slug: string, source: string, { t, done }: Making): HelpPage {
  const { title, blocks: written } = readMarkdown(source);
  const blocks: HelpBlock[] = [];
  let open: BuildNote | null = null;
  for (const block of written) {
    if (block.kind === "note") {
      if (done.has(noteText(block))) throw new Error(`<!-- ${noteText(block)} --> is there twice`);
      done.add(noteText(block));
      if (block.name === "list") blocks.push(...listOf(block.argument, t));
      else open = block;
    } else if (open !== null) {
      blocks.push(completedBlock(block, { note: open, before: blocks, t }));
      open = null;
    } else blocks.push(block);
  }
  const first = blocks[0];
  if (first?.kind !== "paragraph") throw new Error("a page begins with a paragraph that says what it is about");
  return { slug, title, summary: inlineText(first.children), blocks };
}

const noteText = ({ name, argument }: BuildNote) => `${name}: ${argument}`;

function listOf(name: string, t: Text): HelpBlock[] {
  const make = GENERATED[name];
  if (!make) throw new Error(`nothing makes <!-- list: ${name} -->`);
  return make(t);
}

interface Below {
  note: BuildNote;
  before: readonly HelpBlock[];
  t: Text;
}

/** The table below a note. The section about a value gets the value's own anchor. */
function completedBlock(table: HelpBlock, { note: { name, argument }, before, t }: Below): HelpBlock {
  if (table.kind !== "table") throw new Error(`a table stands below <!-- ${name}: ${argument} -->`);
  if (name === "fields") {
    const heading = before.findLast((block): block is HelpHeading => block.kind === "heading");
    const anchor = valueAnchor(argument);
    if (heading) heading.id = anchor;
    return completed(table, fieldsOf(argument, t), (field) => `${anchor}-${valueAnchor(field)}`);
  }
  const known = name === "complete" ? KNOWN_TABLES[argument] : undefined;
  if (!known) throw new Error(`nothing completes <!-- ${name}: ${argument} -->`);
  return completed(table, known(t), (row) => `${argument}-${row.toLowerCase()}`);
}

/** Every address that the help has, with all anchors. */
export function helpPlaces(pages: readonly HelpPage[]): ReadonlySet<string> {
  const places = new Set(["/docs"]);
  for (const { slug, blocks } of pages) {
    places.add(`/docs/${slug}`);
    for (const block of blocks) {
      if (block.kind === "heading") places.add(`/docs/${slug}#${block.id}`);
      if (block.kind === "table") for (const { id } of block.rows) if (id) places.add(`/docs/${slug}#${id}`);
    }
  }
  return places;
}

/** Links between pages of help whose page or anchor does not exist. */
function deadLinks(pages: readonly HelpPage[]): string[] {
  const places = helpPlaces(pages);
  return pages.flatMap(({ slug, blocks }) =>
    linksOf(blocks)
      .map((href) => (href.startsWith("#") ? `/docs/${slug}${href}` : href))
      .filter((href) => /^\/docs(\/|$|#)/.test(href) && !places.has(href))
      .map((href) => `docs/help/${slug}.md: nothing is at ${href}`),
  );
}

/** Every address that the blocks of a page lead to. */
export function linksOf(blocks: readonly HelpBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph") return inlineLinks(block.children);
    if (block.kind === "list") return block.items.flatMap(linksOf);
    if (block.kind === "table") return block.rows.flatMap(({ cells }) => cells.flatMap(inlineLinks));
    return [];
  });
}

const inlineLinks = (children: readonly HelpInline[]): string[] =>
  children.flatMap((child) => {
    if (!("children" in child)) return [];
    const below = inlineLinks(child.children);
    return child.kind === "link" ? [child.href, ...below] : below;
  });
