import { describe, expect, it } from "vitest";
import { parseQuery } from "@/lib/search-query/parse";
import { turnedRound, wantedValue, wishOf, withOnly, withWish } from "./query-filters";

describe("filters that are clicked", () => {
  it("stand in the query as if they were typed", () => {
    expect(withWish("kick", "tag", "deep house", "with")).toBe('kick tag:"deep house"');
    expect(withWish('kick tag:"deep house"', "tag", "Deep House", "without")).toBe('kick -tag:"Deep House"');
    expect(withWish("kick -tag:dark bpm:120", "tag", "dark", null)).toBe("kick bpm:120");
  });

  it("are seen in the query, however they got there", () => {
    const parsed = parseQuery("is:favorite -tag:dark in:drums/kicks");
    expect(wishOf(parsed, "is", "favourite")).toBe("with");
    expect(wishOf(parsed, "tag", "dark")).toBe("without");
    expect(wishOf(parsed, "tag", "slow")).toBeNull();
    expect(wantedValue(parsed, "in")).toBe("drums/kicks");
  });

  it("replace the one before where there can be only one", () => {
    expect(withOnly("in:drums kick", "in", "my pads")).toBe('kick in:"my pads"');
    expect(withOnly("in:drums kick", "in", null)).toBe("kick");
  });

  it("are turned round", () => {
    const query = "kick tag:dark -in:loops";
    const [tag, folder] = parseQuery(query).filters;
    expect(tag && turnedRound(query, tag)).toBe("kick -tag:dark -in:loops");
    expect(folder && turnedRound(query, folder)).toBe("kick tag:dark in:loops");
  });
});
