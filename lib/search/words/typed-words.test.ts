import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostMatches, queryText } from "./expression";
import { expressionOfWords, readWords } from "./typed-words";

const asked = (text: string, isTyping = false) => {
  const expression = expressionOfWords(readWords(text, { isTyping }));
  return expression && queryText(expression);
};

describe("typed words", () => {
  it.each([
    ["kick", "'kick'"],
    ["kick hard", "('kick' & 'hard')"],
    ["Kicks", "'kick'"],
    ["hard02", "('hard02' | ('hard' <-> '02'))"],
    ["hi-hat", "('hihat' | ('hi' <-> 'hat'))"],
    ["Überläufer", "('uberlaufer' | 'ueberlaeufer')"],
    ["F#m", "'f#m'"],
    ["kick -snare", "('kick' & !('snare'))"],
    ['"night drive" loop', "(('night' <-> 'drive') & 'loop')"],
    ['-"night drive"', "!(('night' <-> 'drive'))"],
    ["kick or snare hard", "(('kick' | 'snare') & 'hard')"],
    ["or kick or", "'kick'"],
    ["kick & !('a' <-> b:*)", "('kick' & 'a' & 'b')"],
    ["drum/loop", "('drum' & 'loop')"],
    ["o'brien", "('o' & 'brien')"],
    ["🔥", "'🔥'"],
    ['--- !!! ""', null],
    ["", null],
  ])("%s", (text, query) => {
    expect(asked(text)).toBe(query);
  });

  it.each([
    ["kic", "'kic':*"],
    ["kick har", "('kick' & 'har':*)"],
    ["kicks", "('kick' | 'kicks':*)"],
    ["hard0", "('hard0':* | ('hard' <-> '0':*))"],
    ["kick ", "'kick'"],
    ['"kick', "'kick'"],
    ["-kic", "!('kic')"],
  ])("%s while it is being typed", (text, query) => {
    expect(asked(text, true)).toBe(query);
  });

  it("are something or nothing, whatever is typed, and never an operator", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.boolean(), (text, isTyping) => {
        const query = asked(text, isTyping) ?? "";
        expect(query).not.toContain("\0");
        // Outside of quoted lexemes there are only our own operators.
        expect(query.replace(/'(?:[^'\\]|''|\\\\)*'/g, "x")).toMatch(/^[x&|!()<>\-:* ]*$/);
      }),
    );
  });

  it("of a query of ten thousand characters are few", () => {
    expect(asked("kick ".repeat(2000))?.match(/kick/g)).toHaveLength(32);
  });
});

it("the rarest word bounds how much can be found", () => {
  const counts: Record<string, number> = { kick: 500, hard: 20, snare: 70 };
  const most = (text: string) => {
    const expression = expressionOfWords(readWords(text, { isTyping: false }));
    return expression && mostMatches(expression, ({ lexeme }) => counts[lexeme] ?? 0, 1000);
  };
  expect(most("kick hard")).toBe(20);
  expect(most("kick or snare")).toBe(570);
  expect(most("kick -hard")).toBe(500);
  expect(most("nothing kick")).toBe(0);
});
