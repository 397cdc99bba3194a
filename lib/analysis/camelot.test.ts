import { describe, expect, it } from "vitest";
import { camelot, openKey } from "./camelot";
import { TONICS } from "./schema";

describe("key notations", () => {
  it.each([
    ["C", "major", "8B", "1d"],
    ["A", "minor", "8A", "1m"],
    ["F#", "minor", "11A", "4m"],
    ["F", "major", "7B", "12d"],
    ["G#", "minor", "1A", "6m"],
    ["D#", "major", "5B", "10d"],
  ] as const)("%s %s is %s and %s", (tonic, mode, wheel, open) => {
    expect(camelot(tonic, mode)).toBe(wheel);
    expect(openKey(tonic, mode)).toBe(open);
  });

  it("names all 24 keys differently", () => {
    const names = TONICS.flatMap((tonic) => [camelot(tonic, "major"), camelot(tonic, "minor")]);
    expect(new Set(names).size).toBe(24);
  });
});
