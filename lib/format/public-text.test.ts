import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicLine, publicText } from "./public-text";

describe("a line that everybody sees", () => {
  it.each([
    ["  two\n lines\t", "two lines"],
    ["pay\u202epal", "paypal"],
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
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = publicLine(text);
        expect(publicLine(once)).toBe(once);
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
