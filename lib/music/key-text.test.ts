import { describe, expect, it } from "vitest";
import { neighbouringKeys, parseKey } from "./key-text";
import { formatCamelot, formatKey, formatOpenKey } from "./notation";

describe("a written key", () => {
  it.each([
    ["F#m", 6, "minor"],
    ["f♯ minor", 6, "minor"],
    ["Gb", 6, null],
    ["Bb major", 10, "major"],
    ["B", 11, null],
    ["bb", 10, null],
    ["Amin", 9, "minor"],
    ["CM", 0, "major"],
    ["cm", 0, "minor"],
    ["Esharp_maj", 5, "major"],
    ["Cb", 11, null],
    ["a-moll", 9, "minor"],
    ["8A", 9, "minor"],
    ["08b", 0, "major"],
    ["1m", 9, "minor"],
  ] as const)("%s is read", (text, tonic, mode) => {
    expect(parseKey(text)).toEqual({ tonic, mode });
  });

  it.each(["", "H", "13A", "0A", "Kick", "F##m", "8C", "minor", "Am7"])("%s is none", (text) => {
    expect(parseKey(text)).toBeNull();
  });

  it("is read back from each notation that we write", () => {
    for (const mode of ["major", "minor"] as const) {
      for (let tonic = 0; tonic < 12; tonic++) {
        const key = { tonic, mode };
        expect(parseKey(formatKey(key))).toEqual(key);
        expect(parseKey(formatCamelot(key))).toEqual(key);
        expect(parseKey(formatOpenKey(key))).toEqual(key);
      }
    }
  });

  it("has its neighbours on the wheel and its relative beside it", () => {
    const near = neighbouringKeys({ tonic: 9, mode: "minor" });
    expect(near.map(formatCamelot).sort()).toEqual(["7A", "8A", "8B", "9A"]);
  });
});
