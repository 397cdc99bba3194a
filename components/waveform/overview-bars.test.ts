import { describe, expect, it } from "vitest";
import { overviewBars, playedBars } from "./overview-bars";

describe("the short waveform", () => {
  it("is read from its text", () => {
    expect(overviewBars(btoa(String.fromCharCode(0, 51, 255)))).toEqual([0, 0.2, 1]);
    expect(overviewBars(null)).toEqual([]);
  });

  it("is played up to a position", () => {
    expect(playedBars(5, 10, 96)).toBe(48);
    expect(playedBars(99, 10, 96)).toBe(96);
    expect(playedBars(1, 0, 96)).toBe(0);
  });
});
