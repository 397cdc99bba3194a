import { describe, expect, it } from "vitest";
import { naturalKey, naturalPrefixes } from "./natural-order";

const sorted = (names: string[]) =>
  names.toSorted((a, b) => (naturalKey(a) < naturalKey(b) ? -1 : naturalKey(a) > naturalKey(b) ? 1 : 0));

describe("natural order", () => {
  it("takes numbers for what they are, wherever they stand", () => {
    const names = [
      "2 step",
      "10 step",
      "kick",
      "kick 1",
      "kick 2",
      "kick 2b",
      "kick 10",
      "kick 10 a",
      "kick 100",
      "kit",
    ];
    expect(sorted(names.toReversed())).toEqual(names);
    expect(sorted(["v1.10", "v1.9", "v1.2.1", "v1.2"])).toEqual(["v1.2", "v1.2.1", "v1.9", "v1.10"]);
  });

  it("does not count zeros in front", () => {
    expect(naturalKey("kick 007")).toBe(naturalKey("kick 7"));
    expect(naturalKey("take 0")).toBe(naturalKey("take 000"));
    expect(sorted(["take 1", "take 0", "take 02"])).toEqual(["take 0", "take 1", "take 02"]);
  });

  it("knows numbers of any length", () => {
    const numbers = ["99999999", "100000000", "999999999999", "1000000000000", "9".repeat(150), "9".repeat(151)];
    expect(sorted(numbers.toReversed())).toEqual(numbers);
  });

  it("finds what begins like a name whose number is not typed to its end", () => {
    const begins = (name: string, typed: string) =>
      naturalPrefixes(typed).some((key) => naturalKey(name).startsWith(key));
    for (const typed of ["k", "kick", "kick ", "kick 1", "kick 12", "kick 120", "kick 120 b"])
      expect(begins("kick 120 bpm", typed), typed).toBe(true);
    for (const typed of ["kick 2", "kick 11", "kick 1200", "kick 12 b"])
      expect(begins("kick 120 bpm", typed), typed).toBe(false);
    expect(begins("kick 05", "kick 0")).toBe(true);
    expect(begins("kick 05", "kick 05")).toBe(true);
    expect(begins("kick drum", "kick 0")).toBe(false);
    expect(begins("12345678901 loop", "1234")).toBe(true);
  });
});
