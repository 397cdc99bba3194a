import { describe, expect, it } from "vitest";
import { SELECTED_IDS_MAX } from "@/lib/library/constants";
import { countSelected, EVERYTHING, isSelected, NOTHING, selectionOf, withIds } from "./selection";

describe("a selection", () => {
  it("names samples", () => {
    const two = withIds(NOTHING, ["a", "b"], true);
    expect(countSelected(two, 50_000)).toBe(2);
    expect(selectionOf(withIds(two, ["a"], false), "kick")).toEqual({ ids: ["b"] });
    expect(selectionOf(NOTHING, "kick")).toBeNull();
  });

  it("is everything that the query finds, also what was never on the page, except what was taken out", () => {
    const most = withIds(EVERYTHING, ["a"], false);
    expect(isSelected(most, "a")).toBe(false);
    expect(isSelected(most, "never seen")).toBe(true);
    expect(countSelected(most, 50_000)).toBe(49_999);
    expect(selectionOf(most, "kick")).toEqual({ query: "kick", except: ["a"] });
    expect(selectionOf(withIds(most, ["a"], true), "kick")).toEqual({ query: "kick", except: [] });
  });

  it("names no more than a verb takes", () => {
    const many = Array.from({ length: SELECTED_IDS_MAX + 1 }, (_, index) => String(index));
    expect(withIds(NOTHING, many, true)).toBe(NOTHING);
  });
});
