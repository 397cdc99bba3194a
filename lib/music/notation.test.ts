import { describe, expect, it } from "vitest";
import {
  formatBpm,
  formatCamelot,
  formatHertz,
  formatKey,
  formatLevel,
  formatLufs,
  formatNote,
  formatOpenKey,
  formatPercent,
  isRelative,
  pitchClass,
  writeKey,
  writeKeyBeside,
  writeNarrowKey,
} from "./notation";

const TONICS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

describe("keys", () => {
  it("are written as musicians write them", () => {
    expect(formatKey({ tonic: 6, mode: "minor" })).toBe("F♯ minor");
    expect(formatKey({ tonic: 10, mode: "major" })).toBe("B♭ major");
    expect(formatKey({ tonic: 8, mode: "minor" })).toBe("G♯ minor");
    expect(formatKey({ tonic: 8, mode: "major" })).toBe("A♭ major");
  });

  it("are relatives if they share a key signature", () => {
    expect(isRelative({ tonic: "A", mode: "major" }, { tonic: "F#", mode: "minor" })).toBe(true);
    expect(isRelative({ tonic: 0, mode: "minor" }, { tonic: 3, mode: "major" })).toBe(true);
    expect(isRelative({ tonic: "A", mode: "major" }, { tonic: "A", mode: "minor" })).toBe(false);
    expect(isRelative({ tonic: "A", mode: "major" }, { tonic: "A", mode: "major" })).toBe(false);
  });

  it("spell a note with its sharp and its octave", () => {
    expect(formatNote("F#1")).toBe("F♯1");
    expect(formatNote("A-1")).toBe("A−1");
  });

  it("are the same for the number in the database and the spelling in the record", () => {
    expect(formatKey({ tonic: "A#", mode: "major" })).toBe(formatKey({ tonic: 10, mode: "major" }));
    expect(pitchClass("B")).toBe(11);
    expect(pitchClass(-1)).toBe(11);
  });

  it("have their places on the Camelot and Open Key wheels", () => {
    expect(formatCamelot({ tonic: 0, mode: "major" })).toBe("8B");
    expect(formatCamelot({ tonic: 9, mode: "minor" })).toBe("8A");
    expect(formatCamelot({ tonic: 6, mode: "minor" })).toBe("11A");
    expect(formatCamelot({ tonic: 4, mode: "major" })).toBe("12B");
    expect(formatOpenKey({ tonic: 0, mode: "major" })).toBe("1d");
    expect(formatOpenKey({ tonic: 9, mode: "minor" })).toBe("1m");
    expect(formatOpenKey({ tonic: 6, mode: "minor" })).toBe("4m");
  });

  it("move one hour on the wheel for each fifth, and no two share an hour", () => {
    const hours = new Set<string>();
    for (const mode of ["major", "minor"] as const) {
      for (const tonic of TONICS) {
        const here = Number.parseInt(formatCamelot({ tonic, mode }), 10);
        expect(Number.parseInt(formatCamelot({ tonic: tonic + 7, mode }), 10)).toBe((here % 12) + 1);
        hours.add(formatCamelot({ tonic, mode }));
      }
    }
    expect(hours.size).toBe(24);
  });
});

describe("a key as somebody wants it written", () => {
  const key = { tonic: 6, mode: "minor" } as const;
  it.each([
    ["musical", "F♯ minor", "11A", "F♯m"],
    ["short", "F♯m", "11A", "F♯m"],
    ["camelot", "11A", "F♯ minor", "11A"],
    ["open-key", "4m", "F♯ minor", "4m"],
  ] as const)("%s: %s, beside it %s, in a narrow column %s", (notation, name, beside, narrow) => {
    expect(writeKey(key, notation)).toBe(name);
    expect(writeKeyBeside(key, notation)).toBe(beside);
    expect(writeNarrowKey(key, notation)).toBe(narrow);
  });
});

describe("numbers", () => {
  it("show tempo with one decimal place", () => {
    expect(formatBpm(128)).toBe("128.0");
    expect(formatBpm(93.4567)).toBe("93.5");
  });

  it("show levels with a true minus sign and never a negative zero", () => {
    expect(formatLufs(-14.23)).toBe("−14.2 LUFS");
    expect(formatLevel(-0.04)).toBe("0.0");
    expect(formatLevel(1.26)).toBe("1.3");
    expect(formatLevel(Number.NEGATIVE_INFINITY)).toBe("−∞");
  });

  it("show frequencies in the more readable unit", () => {
    expect(formatHertz(440.4)).toBe("440 Hz");
    expect(formatHertz(2412)).toBe("2.41 kHz");
  });

  it("show scores as percentages, limited to 0–100", () => {
    expect(formatPercent(0.816)).toBe("82%");
    expect(formatPercent(1.2)).toBe("100%");
  });
});
