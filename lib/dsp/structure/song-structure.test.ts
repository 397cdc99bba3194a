import { describe, expect, it } from "vitest";
import { noise } from "@/lib/dsp/testing/test-signals";
import { novelty, songStructure } from "./song-structure";

const DIMENSIONS = 12;

/** Half a second a column; each letter is a section of `seconds` with a character of its own, and some noise. */
function columns(form: string, seconds: number, wobble = 0.3): Float64Array[] {
  return [...form].flatMap((letter, section) => {
    const character = noise(DIMENSIONS, 1, letter.charCodeAt(0) * 7919);
    return Array.from({ length: seconds * 2 }, (_, i) => {
      const jitter = noise(DIMENSIONS, wobble, section * 1000 + i + 1);
      return Float64Array.from(character, (x, d) => x + jitter[d]);
    });
  });
}

function form(text: string, seconds: number, wobble?: number) {
  return songStructure(columns(text, seconds, wobble), 0.5, text.length * seconds);
}

describe("songStructure", () => {
  it.each([["ABAB"], ["ABCA"], ["AABBA"]])("hears the form %s, and what returns", (text) => {
    const passages = form(text, 16);
    const runs = text.replace(/(.)\1+/g, "$1");
    const labels = [...new Set(runs)];
    expect(passages.map(({ kind }) => labels[kind]).join("")).toBe(runs);
  });

  it("puts the boundaries where they are, to within two seconds, without gaps", () => {
    const passages = form("ABCA", 15);
    expect(passages[0]?.startSeconds).toBe(0);
    expect(passages.at(-1)?.endSeconds).toBe(60);
    passages.slice(1).forEach(({ startSeconds }, i) => {
      expect(startSeconds).toBe(passages[i].endSeconds);
      expect(Math.abs(startSeconds - 15 * (i + 1))).toBeLessThanOrEqual(2);
    });
  });

  it("finds no boundary in a piece that does not change, whether it is silent or noise", () => {
    expect(form("AAAA", 15, 0.3)).toEqual([{ startSeconds: 0, endSeconds: 60, kind: 0 }]);
    expect(form("AAAA", 15, 0)).toHaveLength(1);
  });

  it("finds no boundary in an hour of noise, with columns of seven seconds", () => {
    const hiss = Array.from({ length: 512 }, (_, i) => Float64Array.from(noise(DIMENSIONS, 1, i + 1)));
    expect(songStructure(hiss, 7, 3584)).toHaveLength(1);
  });

  it("ignores a short interruption", () => {
    const played = columns("AAAA", 15);
    played.splice(60, 2, ...columns("B", 1));
    expect(songStructure(played, 0.5, 60)).toHaveLength(1);
  });
});

it("novelty is highest between unlike halves", () => {
  const contrast = novelty(columns("AB", 10, 0.1), 8);
  expect(contrast.indexOf(Math.max(...contrast))).toBe(20);
});
