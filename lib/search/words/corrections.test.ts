import { describe, expect, it } from "vitest";
import { likelyWord } from "./corrections";

const library = [
  { value: "kick", count: 900 },
  { value: "click", count: 12 },
  { value: "kink", count: 1 },
  { value: "snare", count: 400 },
  { value: "percussion", count: 80 },
  { value: "808", count: 300 },
];

describe("a misspelled word", () => {
  it.each([
    ["kcik", "kick"],
    ["kik", "kick"],
    ["snaer", "snare"],
    ["percusion", "percussion"],
    ["percxsxion", "percussion"],
  ])("%s was meant to be %s", (typed, meant) => {
    expect(likelyWord(typed, library)).toBe(meant);
  });

  it.each(["xy", "809", "saxophone", "piano"])("%s was not", (typed) => {
    expect(likelyWord(typed, library)).toBeNull();
  });
});
