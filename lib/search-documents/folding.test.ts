import { describe, expect, it } from "vitest";
import { fold, singular, spellings, splitText, wordsAtPlaces } from "./folding";

describe("a name's words", () => {
  it.each([
    ["KICK_808-Hard02", ["kick", "808", "hard hard02", "02 2"]],
    ["NightDrive 140bpm", ["night nightdrive", "drive", "140 140bpm", "bpm"]],
    ["Überläufer", ["uberlaufer ueberlaeufer"]],
    ["Straße Çedille Łódź", ["strasse", "cedille", "lodz"]],
    ["pad Fmin Gm F#m B♭maj", ["pad", "fmin", "gm", "f#m", "bbmaj"]],
    ["hi-hat HiHat hihat", ["hi hihat", "hat", "hi hihat", "hat", "hihat"]],
    ["Kicks & Claps", ["kicks kick", "claps clap"]],
    ["fire🔥loop", ["fire", "🔥", "loop"]],
    ["Ночной Драйв", ["ночнои", "драив"]],
    ["…///___", []],
    ["\0kick\0", ["kick"]],
  ])("%j", (name, words) => {
    expect(wordsAtPlaces(name).map((forms) => forms.join(" "))).toEqual(words);
  });

  it("remember what they were written as", () => {
    expect(splitText("Hard02 hi-hat kick")).toEqual([
      { words: ["Hard", "02"], whole: "Hard02" },
      { words: ["hi", "hat"], whole: "hihat" },
      { words: ["kick"], whole: null },
    ]);
  });

  it("are cut where nobody would type on", () => {
    expect(spellings("x".repeat(5000))).toEqual(["x".repeat(64)]);
  });
});

describe("a folded text", () => {
  it("stays as it is when it is folded again", () => {
    for (const text of ["Ünïcödé", "ÆØÅ", "İstanbul", "ﬁne", "Ｋｉｃｋ", "각", "हिंदी", "F♯m"]) {
      expect(fold(fold(text)), text).toBe(fold(text));
    }
  });
});

describe("a spelling", () => {
  it("has room in the database, even if each character becomes twenty", () => {
    for (const spelling of spellings("\ufdfa".repeat(64))) expect(Buffer.byteLength(spelling)).toBeLessThan(1024);
  });
});

describe("a plural", () => {
  it.each([
    ["kicks", "kick"],
    ["melodies", "melody"],
    ["boxes", "box"],
    ["basses", "bass"],
    ["808s", "808"],
    ["bass", "bass"],
    ["brass", "brass"],
    ["chorus", "chorus"],
    ["fx", "fx"],
    ["synthesis", "synthesis"],
    ["organic", "organic"],
  ])("of %s is found by %s", (plural, word) => {
    expect(singular(plural)).toBe(word);
  });
});
