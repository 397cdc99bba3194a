import { describe, expect, it } from "vitest";
import { sectionsOf } from "./plain-text";
import type { HelpPage } from "./schema";
import { indexHelp, searchHelp } from "./search";

const page = (slug: string, title: string, parts: readonly [heading: string, text: string][]): HelpPage => ({
  slug,
  title,
  summary: "",
  blocks: parts.flatMap(([text, words]) => [
    { kind: "heading" as const, level: 2 as const, id: text.toLowerCase().replaceAll(" ", "-"), text },
    { kind: "paragraph" as const, children: [{ kind: "text" as const, text: words }] },
  ]),
});
const index = indexHelp(
  [
    page("analysis", "Reading an analysis", [
      ["True peak", "The highest level, also between samples."],
      ["Key", "The key of the whole piece, in the café of keys."],
    ]),
    page("backups", "Backups", [["With Docker", "Copy the database, then the files. A key of the store is needed."]]),
  ].flatMap(sectionsOf),
);
const found = (question: string) => searchHelp(index, question).hits.map(({ address }) => address);

describe("a search of the help", () => {
  it("finds words in whatever form they are written", () => {
    expect(found("LEVELS")).toEqual(["/docs/analysis#true-peak"]);
    expect(found("cafe")).toEqual(["/docs/analysis#key"]);
    expect(found("databases files")).toEqual(["/docs/backups#with-docker"]);
    expect(found("high")).toEqual(["/docs/analysis#true-peak"]);
  });

  it("puts the section whose heading has the word first", () => {
    expect(found("key")[0]).toBe("/docs/analysis#key");
    expect(found("key")).toContain("/docs/backups#with-docker");
  });

  it("asks for all words, and says so if no section has them", () => {
    expect(searchHelp(index, "true peak level").hasAllWords).toBe(true);
    const some = searchHelp(index, "true unicorn");
    expect(some.hasAllWords).toBe(false);
    expect(some.hits[0]?.address).toBe("/docs/analysis#true-peak");
  });

  it("marks the place", () => {
    const excerpt = searchHelp(index, "database").hits[0]?.excerpt ?? [];
    expect(excerpt.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(["database"]);
    expect(excerpt.map(({ text }) => text).join("")).toContain("Copy the database, then");
  });

  it("knows the endings of German words", () => {
    const tasten = indexHelp(
      sectionsOf(
        page("start", "Erste Schritte", [
          ["Tasten", "Jede Taste lässt sich ändern."],
          ["Größe", "Schöne Wörter."],
        ]),
      ),
      "de",
    );
    const places = (question: string) => searchHelp(tasten, question).hits.map(({ heading }) => heading);
    expect(places("Taste")).toEqual(["Tasten"]);
    expect(places("schönes")).toEqual(["Größe"]);
    expect(places("Wort")).toEqual(["Größe"]);
    expect(places("groesse")).toEqual(["Größe"]);
    expect(searchHelp(tasten, "Tasten").hits[0]?.excerpt.find(({ isMarked }) => isMarked)?.text).toBe("Taste");
  });

  it("answers anything that can be typed", () => {
    for (const question of ["", "   ", "???", "zebra", "\u0000", "<script>", "a".repeat(5000), "\ud800"])
      expect(searchHelp(index, question).hits.length).toBeLessThan(4);
  });
});
