import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HELP_SLUGS } from "@/lib/help/constants";
import { compileHelp, helpPlaces, linksOf } from "./compile";
import { readHelpSources } from "./files";

const root = process.cwd();
const sources = readHelpSources(root);
/** The pages with one of them changed. */
const withChange = (slug: string, from: RegExp | string, to: string) => {
  const source = sources.get(slug) ?? "";
  expect(source.replace(from, to)).not.toBe(source);
  return new Map([...sources, [slug, source.replace(from, to)]]);
};

describe("the help", () => {
  const pages = compileHelp(sources);

  it("has every page, each with a title and a first paragraph", () => {
    expect(pages.map(({ slug }) => slug)).toEqual(HELP_SLUGS);
    for (const { title, summary } of pages) expect([title.length > 2, summary.length > 30]).toEqual([true, true]);
  });

  it.each([
    ["a value", "analysis", /## Tuning[\s\S]*?(?=## Atonality)/, "fields: tuning"],
    ["a field of a value", "analysis", /\| `truePeakDbtp`.*\n/, "fields of loudness without a line: truePeakDbtp"],
    ["a filter", "searching", /\| `len` \|.*\n/, "filters without a line: len"],
    ["a variable", "self-hosting", /\| `SMTP_URL`.*\n/, "variables without a line: SMTP_URL"],
    ["an error code", "troubleshooting", /\| `conflict`.*\n/, "error codes without a line: conflict"],
    ["a reason of failure", "troubleshooting", /\| `timed_out`.*\n/, "without a line: timed_out"],
    ["a permission", "api", /\| `search:text`.*\n/, "permissions of keys without a line: search:text"],
    ["a list", "api", "<!-- list: operations -->", "list: operations"],
  ])("cannot be built without its words about %s", (_, slug, from, wrong) => {
    expect(() => compileHelp(withChange(slug, from, ""))).toThrow(wrong);
  });

  it("cannot be built with words about what is no longer there", () => {
    const gone = withChange("searching", "| `len` |", "| `lens` | old |\n| `len` |");
    expect(() => compileHelp(gone)).toThrow("no filters, or there twice: lens");
  });

  it("cannot be built with a link to nothing, or with what it cannot show", () => {
    const astray = withChange("start", "(uploading.md)", "(uploading.md#nowhere)");
    expect(() => compileHelp(astray)).toThrow("docs/help/start.md: nothing is at /docs/uploading#nowhere");
    expect(() => compileHelp(withChange("start", "## Keys", "![a picture](x.png)"))).toThrow("cannot show a image");
    expect(() => compileHelp(withChange("start", "## Keys", "<b>HTML</b>\n"))).toThrow();
    expect(() => compileHelp(new Map([...sources, ["stray", "# Stray\n\nA page."]]))).toThrow(
      "stray.md is in no group",
    );
  });

  it("has a place for every link of the application to it", () => {
    const places = helpPlaces(pages);
    const text = ["app", "components", "lib"]
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
      )
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith("lib/help"))
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
    const called = [...text.matchAll(/helpAddress\("([a-z-]+)"(?:, "([a-z-]+)")?\)/g)].map(
      ([, slug, anchor]) => `/docs/${slug}${anchor ? `#${anchor}` : ""}`,
    );
    const written = [...text.matchAll(/["`](\/docs(?:\/[a-z-]+)?(?:#[a-z-]+)?)["`]/g)].map(([, href]) => href ?? "");
    expect(called.length).toBeGreaterThan(10);
    expect([...called, ...written].filter((href) => !places.has(href))).toEqual([]);
  });

  it("names scripts of package.json and files that exist", async () => {
    const { scripts } = (await import("@/package.json")).default;
    const text = [...sources.values()].join("\n");
    const named = new Set([...text.matchAll(/npm run (?:-s )?([a-z0-9:]+)/g)].map(([, name]) => name ?? ""));
    expect([...named].filter((name) => !(name in scripts))).toEqual([]);
    const files = [...text.matchAll(/(?:`|-f )([\w.-]+\.(?:yml|example))/g)].map(([, name]) => name ?? "");
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it("gives every command to the tests to run, or says why not", () => {
    const commands = pages.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "code" && block.language === "sh" && !block.isOutput ? [block] : [])),
    );
    expect(commands.length).toBeGreaterThan(15);
    expect(commands.filter(({ notRun }) => notRun !== null && notRun.length < 10)).toEqual([]);
  });

  it("leads nowhere outside, so that it is complete without a network", () => {
    expect(pages.flatMap(({ blocks }) => linksOf(blocks)).filter((href) => /^[a-z]+:/.test(href))).toEqual([]);
  });
});
