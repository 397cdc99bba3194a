import { describe, expect, it } from "vitest";
import { ENGLISH } from "@/lib/language/text";
import { completionAt } from "@/lib/search-query/completion";
import { type KnownTerm, suggestionsFor, withSuggestion } from "./suggestion";

const term = (kind: string, text: string, count = 1): KnownTerm => ({ kind, term: text, count });

/** The labels for a text whose caret is at its bar. */
function labels(marked: string, known: KnownTerm[] = []) {
  const text = marked.replace("|", "");
  return suggestionsFor(completionAt(text, marked.indexOf("|")), known, ENGLISH).map(({ label }) => label);
}

/** The text after the first suggestion is taken; the caret is its bar. */
function taken(marked: string, known: KnownTerm[] = []) {
  const text = marked.replace("|", "");
  const completion = completionAt(text, marked.indexOf("|"));
  const [first] = suggestionsFor(completion, known, ENGLISH);
  if (!first) return null;
  const edited = withSuggestion(text, completion, first);
  return `${edited.text.slice(0, edited.caret)}|${edited.text.slice(edited.caret)}`;
}

describe("suggestions", () => {
  it("name the filters where nothing is typed yet", () => {
    expect(labels("|")).toContain("bpm:");
    expect(labels("~|")).toEqual(["bpm:", "key:"]);
  });

  it("name filters and what the library has", () => {
    expect(labels("ke|", [term("tag", "kettle drum", 3), term("key", "8A", 2)])).toEqual([
      "key:",
      "kettle drum",
      "8A A minor",
    ]);
  });

  it("name the values of a filter: those of the library before those it has none of", () => {
    expect(labels("type:|", [term("type", "loop", 4)])).toEqual(["loop", "one-shot", "track"]);
    expect(labels("type:on|")).toEqual(["one-shot"]);
  });

  it.each([
    ["b|", [], "bpm:|"],
    ["-ki|", [term("tag", "kick")], "-tag:kick |"],
    ["tag:de| snare", [term("tag", "deep house")], 'tag:"deep house" |snare'],
    ["tag:a,de|", [term("tag", "deep")], "tag:a,deep |"],
    ["night|", [term("title", "night drive")], '"night drive" |'],
  ])("%s takes the first one", (marked, known, result) => {
    expect(taken(marked, known)).toBe(result);
  });
});
