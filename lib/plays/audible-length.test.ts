import { expect, it } from "vitest";
import { audibleSeconds } from "./audible-length";
import { secondsToHear } from "./play-rule";

it("is what strangers can hear, so that each recording can be heard enough of", () => {
  expect(audibleSeconds({ seconds: 300, allowsDownload: true })).toBe(300);
  expect(audibleSeconds({ seconds: 12, allowsDownload: false })).toBe(12);
  const seconds = audibleSeconds({ seconds: 300, allowsDownload: false });
  expect(secondsToHear({ seconds, kind: "track" })).toBe(45);
});
