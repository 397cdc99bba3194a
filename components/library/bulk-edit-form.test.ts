import { describe, expect, it } from "vitest";
import { BLANK, type BulkEditFields, changesOf } from "./bulk-edit-form";

const asked = (fields: Partial<BulkEditFields>) => changesOf({ ...BLANK, ...fields });

describe("the fields of a bulk edit", () => {
  it("leave everything as it is where they are blank", () => {
    expect(asked({})).toEqual({ problem: "Nothing is to be changed yet." });
    expect(asked({ favourite: "no" })).toEqual({ changes: { isFavourite: false } });
  });

  it("take tags between commas, once each, and none that is added and removed", () => {
    expect(asked({ give: " Deep house, kick,, Kick ", remove: "slow" })).toEqual({
      changes: { tags: { give: ["deep house", "kick"], remove: ["slow"] } },
    });
    expect(asked({ give: "kick", remove: "Kick" })).toHaveProperty("problem");
  });

  it("take a tempo, what to multiply it by, or no tempo", () => {
    expect(asked({ tempo: "value", bpm: "124,5" })).toEqual({ changes: { bpm: 124.5 } });
    expect(asked({ tempo: "x3/2" })).toEqual({ changes: { bpm: { factor: "3/2" } } });
    expect(asked({ tempo: "none" })).toEqual({ changes: { bpm: "none" } });
    for (const bpm of ["", "fast", "0", "401"]) expect(asked({ tempo: "value", bpm })).toHaveProperty("problem");
  });

  it("take a key and what is said of rights", () => {
    expect(asked({ key: "9-minor", licence: "cc-by", aiTraining: "unknown" })).toEqual({
      changes: { key: { tonic: 9, mode: "minor" }, licence: "cc-by", aiTraining: null },
    });
  });
});
