import { describe, expect, it } from "vitest";
import { changeTagsSchema, normalTag, tagChangesSchema } from "./schema";

describe("a tag as it is stored", () => {
  it("is one line of visible text in lower case, composed", () => {
    expect(normalTag("  Dusty \n  Vinyl ")).toBe("dusty vinyl");
    expect(normalTag("Cafe\u0301")).toBe("caf\u00e9");
    expect(normalTag("İstanbul")).toBe(normalTag(normalTag("İstanbul")));
    expect(normalTag("ab\u202ecd\u0007e\u200bf")).toBe("abcdef");
    expect(normalTag("\u202e\u200b ")).toBe("");
    expect(normalTag("\ud800x")).toBe("\ufffdx");
  });

  it("keeps joiners, without which an emoji falls apart", () => {
    expect(normalTag("👩‍🎤")).toBe("👩‍🎤");
  });
});

describe("a change of tags", () => {
  const id = "00000000-0000-4000-8000-000000000000";

  it("names each tag once, however it is written", () => {
    expect(tagChangesSchema.parse({ give: ["Kick", "kick "] }).give).toEqual(["kick"]);
    expect(tagChangesSchema.safeParse({ give: ["Kick"], remove: ["kick"] }).success).toBe(false);
  });

  it("says something, and nothing that is no tag", () => {
    for (const said of [{}, { give: [] }, { give: [" "] }, { give: ["x".repeat(61)] }, { give: [1] }, { add: ["x"] }])
      expect(changeTagsSchema.safeParse({ id, ...said }).success, JSON.stringify(said)).toBe(false);
    expect(changeTagsSchema.safeParse({ id, give: ["🎹".repeat(60)] }).success).toBe(true);
  });
});
