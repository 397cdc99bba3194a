import { describe, expect, it } from "vitest";
import { VALUE_NAMES } from "@/lib/analysis/record/measured-values";
import { OPERATIONS } from "@/lib/api/operation-table";
import { valueHelp } from "@/lib/help/addresses";
import type { HelpBlock, HelpPage } from "@/lib/help/schema";
import { ENGLISH } from "@/lib/language/text";
import { compileHelp, helpPlaces, linksOf } from "./compile";
import { readHelpSources } from "./files";
import { GERMAN_OPERATIONS } from "./german-operations";
import { compileAll } from "./languages";

const { en, de } = compileAll(process.cwd());
const pairs = en.map((page, at) => [page.slug, page, de[at] as HelpPage] as const);

const blocksOf = <Kind extends HelpBlock["kind"]>({ blocks }: HelpPage, kind: Kind) =>
  blocks.filter((block): block is Extract<HelpBlock, { kind: Kind }> => block.kind === kind);
/** Headings, tables and lists with how much is in each. */
const shapeOf = ({ blocks }: HelpPage) =>
  blocks.map((block) => {
    if (block.kind === "heading") return `${block.level} ${block.id}`;
    if (block.kind === "table") return block.rows.map(({ id, cells }) => `${id} ${cells.length}`);
    return block.kind === "list" ? block.items.length : block.kind;
  });
const proseOf = ({ blocks }: HelpPage) =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? [JSON.stringify(block.children)] : []));

describe("the German help", () => {
  it("has the same pages", () => {
    expect(de.map(({ slug }) => slug)).toEqual(en.map(({ slug }) => slug));
    expect(readHelpSources(process.cwd(), "de").size).toBe(en.length);
  });

  it.each(pairs)("has the anchors, commands and links of the English one (%s)", (_, english, german) => {
    expect(shapeOf(german)).toEqual(shapeOf(english));
    expect(blocksOf(german, "code")).toEqual(blocksOf(english, "code"));
    expect(linksOf(german.blocks).sort()).toEqual(linksOf(english.blocks).sort());
  });

  it.each(pairs)("is written in German, sentence by sentence (%s)", (_, english, german) => {
    const same = proseOf(german).filter((text) => proseOf(english).includes(text));
    expect(same).toEqual([]);
    expect(german.summary).not.toBe(english.summary);
  });

  it("has the paragraph of each value where the pages of samples lead", () => {
    const places = helpPlaces(de);
    expect(VALUE_NAMES.map(valueHelp).filter((address) => !places.has(address))).toEqual([]);
  });

  it("says in German what each operation of the API does", () => {
    const summaries: string[] = OPERATIONS.map(({ summary }) => summary);
    expect(summaries.filter((summary) => !Object.hasOwn(GERMAN_OPERATIONS, summary))).toEqual([]);
    expect(Object.keys(GERMAN_OPERATIONS).filter((summary) => !summaries.includes(summary))).toEqual([]);
    const cells = JSON.stringify(de.find(({ slug }) => slug === "api")?.blocks);
    expect(cells).toContain("Zeigt eine Sammlung.");
    expect(cells).not.toContain("Shows one collection.");
  });

  it("cannot be built with other headings than the English one", () => {
    const sources = readHelpSources(process.cwd(), "de");
    const changed = new Map([...sources, ["start", (sources.get("start") ?? "").replace("## Tasten", "### Tasten")]]);
    expect(() => compileHelp(changed, { t: ENGLISH, english: en })).toThrow(
      "docs/help/start.md: it has other headings than the English page",
    );
  });
});
