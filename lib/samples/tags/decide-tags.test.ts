import { describe, expect, it } from "vitest";
import { OWN_TAGS_MAX, VERDICTS_MAX } from "./constants";
import { decideTags, type SampleTags, type Verdict } from "./decide-tags";

/** A sample whose measured tags count unless they are removed. */
function sample(measured: string[], verdicts: Record<string, Verdict> = {}): SampleTags {
  const said = Object.entries(verdicts);
  const own = said.filter(([, verdict]) => verdict === "given" || verdict === "accepted").map(([tag]) => tag);
  const kept = measured.filter((tag) => verdicts[tag] !== "removed");
  return { effective: new Set([...kept, ...own]), measured: new Set(measured), verdicts: new Map(said) };
}

const decided = (tags: SampleTags, said: Parameters<typeof decideTags>[1]) =>
  Object.fromEntries(decideTags(tags, said) ?? []);

describe("what a person says about tags", () => {
  it("gives a tag once, also one that was measured or refused", () => {
    expect(decided(sample([]), { give: ["dusty"] })).toEqual({ dusty: "given" });
    expect(decided(sample(["kick"], { dusty: "rejected" }), { give: ["dusty", "kick"] })).toEqual({
      dusty: "given",
      kick: "given",
    });
    expect(decided(sample([], { dusty: "accepted" }), { give: ["dusty"] })).toEqual({});
  });

  it("takes off what was measured for good, and forgets what was only typed", () => {
    expect(decided(sample(["kick"]), { remove: ["kick"] })).toEqual({ kick: "removed" });
    expect(decided(sample(["kick"], { kick: "given" }), { remove: ["kick"] })).toEqual({ kick: "removed" });
    expect(decided(sample([], { dusty: "given" }), { remove: ["dusty"] })).toEqual({ dusty: null });
    expect(decided(sample([], { dusty: "accepted" }), { remove: ["dusty"] })).toEqual({ dusty: "rejected" });
    expect(decided(sample([], { dusty: "rejected" }), { remove: ["dusty", "unknown"] })).toEqual({});
  });

  it("can be undone", () => {
    expect(decided(sample(["kick"], { kick: "removed" }), { reset: ["kick", "unknown"] })).toEqual({ kick: null });
  });

  it("refuses a suggestion, but not a tag that counts", () => {
    expect(decided(sample(["kick"]), { reject: ["dusty", "kick"] })).toEqual({ dusty: "rejected" });
    expect(decided(sample([], { dusty: "rejected" }), { accept: ["dusty"] })).toEqual({ dusty: "accepted" });
  });

  it("has an end, at which tags can still be taken off", () => {
    const full = Object.fromEntries(Array.from({ length: OWN_TAGS_MAX }, (_, at) => [`tag ${at}`, "given" as const]));
    expect(decideTags(sample([], full), { give: ["one more"] })).toBeNull();
    expect(decided(sample([], full), { remove: ["tag 0"] })).toEqual({ "tag 0": null });
    expect(decided(sample([], full), { give: ["tag 0"] })).toEqual({});
    const refusals = Object.fromEntries(
      Array.from({ length: VERDICTS_MAX }, (_, at) => [`tag ${at}`, "rejected" as const]),
    );
    expect(decideTags(sample([], refusals), { reject: ["one more"] })).toBeNull();
    expect(decided(sample([], refusals), { reset: ["tag 0"] })).toEqual({ "tag 0": null });
  });
});
