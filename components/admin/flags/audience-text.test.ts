import { describe, expect, it } from "vitest";
import { audienceText } from "./audience-text";

const everybody = { enabled: true, roles: [], betaOnly: false, rolloutPercent: 100 };

describe("for whom a flag is on", () => {
  it.each([
    [{}, "Everybody"],
    [{ enabled: false, roles: ["pro"] as const }, "Nobody"],
    [{ rolloutPercent: 0 }, "Nobody"],
    [{ rolloutPercent: 25 }, "25% of everybody"],
    [{ roles: ["pro", "studio"] as const }, "pro, studio"],
    [{ betaOnly: true }, "beta users only"],
    [{ roles: ["pro"] as const, betaOnly: true, rolloutPercent: 5 }, "pro, beta users only, 5% of them"],
  ])("is said in one line (%j)", (settings, text) => {
    expect(audienceText({ ...everybody, ...settings })).toBe(text);
  });
});
