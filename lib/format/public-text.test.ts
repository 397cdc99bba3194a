import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicLine, publicText } from "./public-text";

/** What is taken out, beside what it may join when it is gone. */
const awkward = fc.string({
  unit: fc.constantFrom(
    ..." \n\t\r\uffff\u0085\u200b\u0301\u0344aq\ud800\udc01\udb40\u2028\u202e\ufeff\u2001".split(""),
  ),
});

describe("a line that everybody sees", () => {
  it.each([
    ["  two\n lines\t", "two lines"],
    ["pay\u202epal", "paypal"],
    ["one \uffff two", "one two"],
    ["in\u200bvi\u2060si\ufeffble", "invisible"],
    ["\u200b\u00ad\u3164", ""],
    ["a\u0000b\u007f\uffff", "ab"],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["Motörhead – Łódź 東京", "Motörhead – Łódź 東京"],
    ["\ud800broken", "\ufffdbroken"],
  ])("%j is kept as %j", (text, kept) => {
    expect(publicLine(text)).toBe(kept);
  });

  it("has no more than four marks on a letter", () => {
    expect(publicLine(`q${"\u0301".repeat(50)}`)).toBe(`q${"\u0301".repeat(4)}`);
  });

  it("stays as it is when it is cleaned again", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), awkward), (text) => {
        const once = publicLine(text);
        expect(publicLine(once)).toBe(once);
        const paragraphs = publicText(text);
        expect(publicText(paragraphs)).toBe(paragraphs);
        expect(once).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u200b]/u);
      }),
    );
  });
});

describe("a text of several lines", () => {
  it("keeps its paragraphs and nothing that nobody sees", () => {
    expect(publicText("  one  \r\n\r\n\r\n\r\ntwo\u2028three\u202e\n")).toBe("one\n\ntwo\nthree");
  });
});
