import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SET_ASIDE_REASONS } from "./judge";

describe("the published rule", () => {
  it("names every reason for which a play is set aside, and no other", () => {
    const rule = readFileSync("docs/help/plays.md", "utf8");
    const named = [...rule.matchAll(/^\| `(\w+)` \|/gm)].map(([, reason]) => reason);
    expect(named).toEqual([...SET_ASIDE_REASONS]);
  });

  it("knows at least twenty patterns of machines", () => {
    const byRule = ["own", "not_long_enough", "counted_already"];
    expect(SET_ASIDE_REASONS.filter((reason) => !byRule.includes(reason)).length).toBeGreaterThanOrEqual(20);
  });
});
