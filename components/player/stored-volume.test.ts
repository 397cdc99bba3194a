import { describe, expect, it } from "vitest";
import { gainOf, parseVolume, volumeText } from "./stored-volume";

describe("the volume", () => {
  it("is remembered with the mute, and is full if nothing sensible is stored", () => {
    for (const volume of [
      { level: 0.35, isMuted: false },
      { level: 0.8, isMuted: true },
      { level: 0, isMuted: false },
    ])
      expect(parseVolume(volumeText(volume))).toEqual(volume);
    for (const stored of [null, "", "loud", "7", "-1", "NaN muted"])
      expect(parseVolume(stored)).toEqual({ level: 1, isMuted: false });
  });

  it("is silent when muted, and a quarter of the amplitude at half", () => {
    expect(gainOf({ level: 1, isMuted: true })).toBe(0);
    expect(gainOf({ level: 0.5, isMuted: false })).toBe(0.25);
    expect(gainOf({ level: 1, isMuted: false })).toBe(1);
  });
});
