import { describe, expect, it } from "vitest";
import { ENGLISH } from "@/lib/language/text";
import { audienceText } from "./audience-text";

const everyone = { enabled: true, roles: [], betaOnly: false, rolloutPercent: 100 };

describe("who gets a feature", () => {
  it.each([
    [{}, "everyone"],
    [{ enabled: false, roles: ["pro"] as const }, "no one"],
    [{ rolloutPercent: 0 }, "no one"],
    [{ rolloutPercent: 25 }, "25% of everyone"],
    [{ roles: ["pro", "studio"] as const }, "pro, studio"],
    [{ betaOnly: true }, "beta testers only"],
    [{ roles: ["pro"] as const, betaOnly: true, rolloutPercent: 5 }, "pro, beta testers only, 5% of them"],
  ])("is described in one line (%j)", (settings, text) => {
    expect(audienceText({ ...everyone, ...settings }, true, ENGLISH)).toBe(text);
  });

  it.each([
    [["pro"] as const, "member"],
    [["admin"] as const, "admin"],
    [["pro", "admin"] as const, "everyone"],
  ])("names no plan on a server without plans (%j)", (roles, text) => {
    expect(audienceText({ ...everyone, roles }, false, ENGLISH)).toBe(text);
  });
});
