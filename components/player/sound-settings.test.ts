import { describe, expect, it } from "vitest";
import { ENGLISH } from "@/lib/language/text";
import { boundRate, rateAfter, rateText, soundSettingsOf, USUAL_SOUND } from "./sound-settings";

describe("the playback rate", () => {
  it("goes in steps of 5 %, there and back, and ends at half and double", () => {
    const up: number[] = [];
    for (let rate = 0.5; rate < 2; rate = rateAfter(rate, 1)) up.push(rate);
    expect(up).toHaveLength(30);
    expect(up.slice(8, 13)).toEqual([0.9, 0.95, 1, 1.05, 1.1]);
    expect(rateAfter(2, 1)).toBe(2);
    expect(rateAfter(0.5, -1)).toBe(0.5);
    for (const rate of up) if (rate > 0.5) expect(rateAfter(rateAfter(rate, -1), 1)).toBe(rate);
  });

  it("goes to the next step from between two", () => {
    expect(rateAfter(1.024, 1)).toBe(1.05);
    expect(rateAfter(1.024, -1)).toBe(1);
    expect(boundRate(7)).toBe(2);
    expect([0.95, 1.25, 1.03333].map((rate) => rateText(rate, ENGLISH))).toEqual(["95%", "125%", "103.3%"]);
  });
});

describe("stored settings", () => {
  it("come back, and what makes no sense is as usual", () => {
    const settings = {
      rate: 1.1,
      keepsPitch: false,
      matchesLoudness: false,
      bpm: 124,
      key: { tonic: 9, mode: "minor" },
    };
    expect(soundSettingsOf(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
    for (const stored of [null, 3, "loud", {}, { rate: "2", bpm: 7, key: { tonic: 12, mode: "major" }, keepsPitch: 1 }])
      expect(soundSettingsOf(stored)).toEqual(USUAL_SOUND);
    expect(soundSettingsOf({ rate: 90 }).rate).toBe(2);
  });
});
