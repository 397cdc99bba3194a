import { describe, expect, it } from "vitest";
import { completionAt, filtersBeginningWith } from "./completion";
import { quoteValue, removeSpan, replaceSpan } from "./edit";

/** The caret is where the text has a bar. */
function at(marked: string) {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  const completion = completionAt(text, caret);
  const name = completion.kind === "value" ? completion.filter.name : undefined;
  return [completion.kind, name, completion.typed, text.slice(completion.span.start, completion.span.end)];
}

describe("what is being typed", () => {
  it.each([
    ["|", ["word", undefined, "", ""]],
    ["ki|", ["word", undefined, "ki", "ki"]],
    ["ki|ck", ["word", undefined, "ki", "kick"]],
    ["kick | snare", ["word", undefined, "", ""]],
    ["-ki|", ["word", undefined, "ki", "ki"]],
    ["~b|", ["name", undefined, "b", "b"]],
    ["b|pm:120", ["word", undefined, "b", "bpm:"]],
    ["bpm:|", ["value", "bpm", "", ""]],
    ["tag:ki|", ["value", "tag", "ki", "ki"]],
    ["-tag:kick,sn|", ["value", "tag", "sn", "sn"]],
    ["tag:ki|ck,snare", ["value", "tag", "ki", "kick"]],
    ['tag:"deep ho|', ["value", "tag", "deep ho", '"deep ho']],
    ['tag:"deep house"|', ["value", "tag", "deep house", '"deep house"']],
    ['"deep ho|', ["word", undefined, "deep ho", '"deep ho']],
    ["zebra:x|", ["word", undefined, "", ""]],
    ["folder:dr|", ["value", "in", "dr", "dr"]],
  ])("%s", (marked, expected) => {
    expect(at(marked)).toEqual(expected);
  });

  it("may be the beginning of a filter's name or of another name for it", () => {
    expect(filtersBeginningWith("in").map((kind) => kind.name)).toEqual(["instrument", "in"]);
    expect(filtersBeginningWith("Dur").map((kind) => kind.name)).toEqual(["len"]);
    expect(filtersBeginningWith("", true).map((kind) => kind.name)).toEqual(["bpm", "key"]);
  });
});

describe("changes of a text", () => {
  it("puts a suggestion in the place of what was typed", () => {
    expect(replaceSpan("tag:de snare", { start: 4, end: 6 }, quoteValue("deep house"))).toEqual({
      text: 'tag:"deep house" snare',
      caret: 16,
    });
  });

  it("leaves one space where a filter was", () => {
    expect(removeSpan("kick  bpm:120  snare", { start: 6, end: 13 })).toEqual({ text: "kick snare", caret: 5 });
    expect(removeSpan("bpm:120 snare", { start: 0, end: 7 }).text).toBe("snare");
  });
});
