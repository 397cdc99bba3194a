import { describe, expect, it } from "vitest";
import { changesOf } from "./form-changes";
import { toldOf, withEdits } from "./told-of-edits";

const before = { name: "Set", description: "", coverSampleId: "a" as string | null };

describe("what a form sends", () => {
  it("is only what was changed, also when a field was emptied", () => {
    expect(changesOf(before, { ...before, name: "Our set" })).toEqual({ name: "Our set" });
    expect(changesOf(before, { ...before, coverSampleId: null })).toEqual({ coverSampleId: null });
    expect(changesOf(before, { ...before })).toEqual({});
  });
});

describe("whoever edited a field", () => {
  const now = {
    name: "Mine",
    description: "",
    colour: "red",
    coverSampleId: null,
    query: null,
    parentId: null,
  } as const;
  const mine = withEdits({}, { name: "Mine" }, 2);

  it("is told once that somebody has replaced it since", () => {
    const { replaced, standing } = toldOf(mine, { ...now, name: "Theirs", version: 3 });
    expect(replaced).toEqual(["name"]);
    expect(standing).toEqual({});
  });

  it("is told although they edited another field after that", () => {
    const both = withEdits(mine, { description: "Text" }, 4);
    expect(toldOf(both, { ...now, name: "Theirs", description: "Text", version: 4 }).replaced).toEqual(["name"]);
  });

  it("hears nothing of what was read before, and nothing of fields that they left alone", () => {
    expect(toldOf(mine, { ...now, name: "Old", version: 1 }).replaced).toEqual([]);
    expect(toldOf(mine, { ...now, colour: "blue", version: 3 })).toEqual({ replaced: [], standing: mine });
  });
});
